"""Who has the floor? Turns, interviews, block quotations, posts, lines with a name."""
