"""What the class did, described: the only place where the debrief's aggregates are computed."""

from game.analysis.descriptives.groups import compliance, group_picture
from game.analysis.descriptives.shapes import (
    Answer,
    CalibrationBin,
    ClassPicture,
    Compliance,
    Counts,
    GroupPicture,
    GroupRound,
    Pair,
    SeatResult,
    Summary,
)
from game.analysis.descriptives.summaries import (
    calibration_bins,
    counting,
    counts,
    summary,
)
from game.analysis.history import histories
from game.analysis.predictions import told
from game.analysis.records import ally_records, patron_records
from game.analysis.sessionlog import SessionLog
from game.core.vocabulary import Distance, Posture

__all__ = [
    "Answer",
    "CalibrationBin",
    "ClassPicture",
    "Compliance",
    "Counts",
    "GroupPicture",
    "GroupRound",
    "Pair",
    "SeatResult",
    "Summary",
    "describe",
]


def describe(log: SessionLog) -> ClassPicture:
    """The class and each of its groups. Groups that never began are not there."""
    followed = [history for history in histories(log) if history.started]
    records = [record for history in followed for record in ally_records(history)]
    patrons = [record for history in followed for record in patron_records(history)]
    rehearsal = log.simulated or any(history.state.opened.simulated for history in followed)
    rule = counting(records, rehearsal)
    played = sorted({record.played.number for record in records})
    return ClassPicture(
        simulated=rule.simulated,
        overall=summary(records, rule),
        postures=tuple(summary(records, rule, p) for p in Posture),
        rounds=tuple(summary(records, rule, None, r) for r in played),
        rounds_by_posture=tuple(summary(records, rule, p, r) for r in played for p in Posture),
        near_far=tuple(summary(records, rule, p, None, d) for p in Posture for d in Distance),
        calibration=calibration_bins(records, rule),
        compliance=compliance(patrons),
        counts=counts(records, rule),
        groups=tuple(group_picture(history, rule) for history in followed),
        told=told(log.predictions, log.recognitions),
    )
