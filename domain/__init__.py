"""The rules: what a case is, what each definition says of it, and how sure that is.

Nothing here reads a file, a clock or the network, and nothing here is worded for a
user: results are data. Start with `domain.appraisal.appraise`, then read one file of
`domain.definitions`.
"""
