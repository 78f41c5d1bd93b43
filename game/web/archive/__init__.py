"""Evidence over the years on the console: gathered, computed once, drawn, brought, taken out."""
