# The tables of this export in base R; no packages are needed.
#
#     source("load.R")
#     class <- load_export(".")       # the folder in which this zip was unpacked
#     class$ally_rounds
#
# Types come from codebook.csv: numbers are numbers, yes and no are TRUE and FALSE, codes are factors
# with their levels in the codebook's order, times are POSIXct in UTC. An empty cell is NA. The one
# apostrophe that keeps spreadsheets from running a text is taken away. attr(x, "label") says what a
# column means. Line breaks inside texts stay as they were typed.

read_cells <- function(file) {
  bytes <- readBin(file, "raw", file.size(file))
  text <- rawToChar(bytes[bytes != as.raw(0)])  # R's texts hold no zero bytes
  Encoding(text) <- "UTF-8"
  # stands for a carriage return while R reads, which would drop it: a sign that is not in the file
  for (mark in c("\001", "\002", "\003", "\004", "\005")) {
    if (!grepl(mark, text, fixed = TRUE)) break
  }
  table <- read.csv(
    text = gsub("\r", mark, text, fixed = TRUE), colClasses = "character",
    na.strings = character(0), quote = "\"", comment.char = "", check.names = FALSE,
    encoding = "UTF-8", strip.white = FALSE
  )
  table[] <- lapply(table, function(cells) {
    cells <- gsub(mark, "\r", cells, fixed = TRUE)
    Encoding(cells) <- "UTF-8"
    cells[cells == ""] <- NA
    cells
  })
  table
}

typed <- function(cells, type, values) {
  switch(type,
    int = , float = as.numeric(cells),
    bool = as.logical(as.integer(cells)),
    code = factor(cells, levels = strsplit(values, ", ", fixed = TRUE)[[1]]),
    time = as.POSIXct(cells, format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC"),
    date = as.Date(cells),
    sub("^'", "", cells)
  )
}

load_export <- function(folder = ".") {
  book <- read_cells(file.path(folder, "codebook.csv"))
  tables <- list()
  for (file in unique(book$file)) {
    table <- read_cells(file.path(folder, file))
    for (at in which(book$file == file)) {
      column <- book$column[at]
      table[[column]] <- typed(table[[column]], book$type[at], book$values[at])
      attr(table[[column]], "label") <- book$meaning[at]
    }
    tables[[sub("[.]csv$", "", file)]] <- table
  }
  tables
}
