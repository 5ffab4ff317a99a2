"""What does a file say of its article: title, address, outlet, author and days?"""
