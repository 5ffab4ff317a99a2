"""Whom does a mention mean?"""
