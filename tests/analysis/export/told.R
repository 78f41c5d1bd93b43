# Load the export of this folder by its own script and tell every cell: a line a column, by tabs its
# table, name, class and cells. Texts as hexadecimal bytes, moments in milliseconds.
source("load.R")
told <- function(cells) {
  said <- if (inherits(cells, "POSIXct")) {
    format(round(as.numeric(cells) * 1000), scientific = FALSE, trim = TRUE)
  } else if (inherits(cells, "Date")) {
    format(as.numeric(cells) * 86400000, scientific = FALSE, trim = TRUE)
  } else if (is.character(cells) || is.factor(cells)) {
    vapply(as.character(cells), function(cell) {
      paste(charToRaw(enc2utf8(cell)), collapse = "")
    }, "", USE.NAMES = FALSE)
  } else if (is.logical(cells)) {
    as.character(as.integer(cells))
  } else {
    vapply(cells, format, "", digits = 15, scientific = FALSE)
  }
  said[is.na(cells)] <- "NA"
  said
}
for (name in names(tables <- load_export("."))) {
  table <- tables[[name]]
  for (column in names(table)) {
    cells <- table[[column]]
    cat(name, column, class(cells)[1], told(cells), sep = "\t")
    cat("\n")
  }
}
