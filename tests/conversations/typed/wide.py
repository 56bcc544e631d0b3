# Text as Chinese keyboards write it when they are set to full width.


def wide(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)
