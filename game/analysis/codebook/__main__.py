"""Print the page: python3 -m game.analysis.codebook > docs/reference/export.md"""

import sys

from game.analysis.codebook.page import page

sys.stdout.write(page())
