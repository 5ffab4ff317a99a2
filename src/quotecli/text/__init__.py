"""The language floor: knows English, knows nothing of statements."""
