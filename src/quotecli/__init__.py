"""Find who said what, when and where in news articles."""

__version__ = "0.1.0"
