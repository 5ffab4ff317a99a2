"""What does a line tell by itself: is it a byline, an address, a caption, furniture?"""
