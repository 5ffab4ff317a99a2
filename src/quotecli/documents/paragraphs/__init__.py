"""Which paragraphs, headings and captions does a text have?"""
