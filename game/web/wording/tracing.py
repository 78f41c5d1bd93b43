"""Where each part of the report comes from: file, rows, and what computes it again."""

from collections.abc import Mapping

STUDENTS = "ally_rounds.csv, rows with bot = 0 and move_source = student"
STATED = f"{STUDENTS}, where belief_before_source and belief_after_source are student"
ALL_ROWS = "ally_rounds.csv, all rows, whoever moved"
MEANS = '[["belief_before", "belief_after"]].mean()'

RECOGNISED = (
    "answers.csv, rows with question = recognition",
    'answers[answers.question == "recognition"].groupby("answer").size()',
)

# by the part of the report: the rows, and the expression (pandas) or the command
TRACES: Mapping[str, tuple[str, str]] = {
    "predictions": (
        "answers.csv, rows with question = prediction; beside them the rows of the beliefs",
        'answers[answers.question == "prediction"].groupby("answer").size()',
    ),
    "beliefs": (
        f"{STATED}: means of belief_before and belief_after",
        f'stated.groupby("posture"){MEANS}',
    ),
    "rounds": (f"{STATED}, by round", f'stated.groupby("round"){MEANS}'),
    "distance": (
        f"{STATED}, and placed = 0",
        f'stated[stated.placed == 0].groupby(["distance", "posture"]){MEANS}',
    ),
    "alignment": (STUDENTS, 'students.groupby(["posture", "alignment"]).size()'),
    "forms": (
        f"{STUDENTS}: move, and stance",
        'students.groupby(["posture", "move"]).size()',
    ),
    "strips": (
        f"{ALL_ROWS}: alignment, distance, posture, move_source",
        'allies[["group", "seat", "round", "alignment", "move_source"]]',
    ),
    "map": (
        f"{ALL_ROWS}: contribution, alignment, attacked, defended; patron_rounds.csv: pool, "
        "theatre_units, reserve, garrisons",
        'patrons[["group", "round", "pool", "theatre_units", "reserve"]]',
    ),
    "patrons": (
        f"{ALL_ROWS}: standing_order, attacked, defended; patron_rounds.csv: card, complied",
        'allies.groupby(["posture", "standing_order"]).size()',
    ),
    "forecasts": (
        f"{STUDENTS}: each belief that a student stated, against outcome",
        'students.groupby("belief_after").outcome.mean()',
    ),
    "points": (
        "seats.csv: points, par and points_against_par, a row a seat; made of payoff, par, "
        "forecast_points and forecast_par of ally_rounds.csv and patron_rounds.csv",
        'seats[["group", "seat", "points_against_par"]]',
    ),
    "movers": (
        f"{ALL_ROWS}, each once: bot, else timed_out, else move_source",
        'allies.groupby(["bot", "timed_out", "move_source"]).size()',
    ),
    "record": (
        f"{STUDENTS}, by round; which round is which turning point: cuts and record of "
        "scenario.yaml",
        'students.groupby(["round", "alignment"]).size()',
    ),
    "recognised": RECOGNISED,
    "recognition": RECOGNISED,
    "expected": ("claims.yaml, as fixed before round 1", ""),
    "reveal": ("scenario.yaml", ""),
    "readings": ("scenario.yaml", ""),
    "questions": ("scenario.yaml", ""),
}
TESTED = (
    "ally_rounds.csv, the rows that the data report counts as used; the draws in assignments.csv; "
    "the payoffs’ own effect in sessions.csv"
)
OBJECTS: Mapping[str, str] = {  # of what `analyse --json` prints
    "claim": "in claims, the one whose claim is {claim}",
    "others": "in claims, those whose claim is C4 to C7",
    "gauge": "gauge, and in claims the one whose claim is C0",
    "limits": "data, with each count",
    "robustness": "robustness",
}
ABOUT = (
    "Every number of this report comes from the export of the class, {file}, which the console "
    "saves as “The data”. Below each part stand its file and rows, and what computes it again. "
    "Commands are typed where the program is; expressions are pandas, after these lines:"
)
LINES = (
    "import pandas",
    'allies, patrons, seats, answers = (pandas.read_csv(f"{name}.csv") for name in',
    '    ("ally_rounds", "patron_rounds", "seats", "answers"))',
    'students = allies[(allies.bot == 0) & (allies.move_source == "student")]',
    'stated = students[(students.belief_before_source == "student")',
    '    & (students.belief_after_source == "student")]',
)
REHEARSED = "In a rehearsal bots stand for students: leave the conditions on bot and source out."
PRINT = "Print, or save as PDF"
HOW = (
    "Without the button: the browser’s menu, Print, and there “Save as PDF”. Paper is always light "
    "and has page numbers; a file made by Chrome or Edge has tags and an outline besides."
)
APPENDIX = (
    "Six digits that count; ∞ is a bound without an end, a dash is none. The names are those that "
    "this command prints:"
)

# the first page
SESSION, SCENARIO, SCENARIO_HASH = "Session", "Scenario", "Its SHA-256"
DESIGN, RULES = "Design", "Rules, version"
GROUPS, STUDENTS_HERE, DRAWN = "Groups dealt", "Students", "Seed of the draws"
USED, ENGINE = "Groups in the analysis", "Engine, version"
CLAIMS, FIXED, READ = "Claims file", "Fixed in it", "Read"
SEED = "Seed of large reference sets"
VERDICTS = "The claims"
FINGERPRINT = "Fingerprint of the log"
PENDING = (
    "Tested when the debrief begins: until its first page is shown, a class that was stopped may "
    "go on."
)
COMMAND = "The claims are computed again by"
MAPS = "Maps of the groups, round by round"
