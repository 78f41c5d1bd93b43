"""Looking at a class afterwards: what happened, and what each seat knew."""
