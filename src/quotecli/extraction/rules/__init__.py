"""What do quotation marks and reporting clauses prove?"""
