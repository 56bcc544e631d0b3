"""The two phones that the pictures show: how Telegram lays a chat out on each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phone:
    """Sizes in CSS pixels, as the Telegram app of the system has them by default.

    The buttons of a row share at most `keyboard_width`; a label that is wider is cut.
    """

    name: str
    font: str
    text_size: float
    line_height: float
    text_width: float
    button_size: float
    button_height: float
    button_gap: float
    button_padding: float
    keyboard_width: float
    letter_spacing: float
    top_bars: float
    bottom_bars: float

    @property
    def variables(self) -> str:
        """The sizes as declarations of CSS variables."""
        sizes = {
            name.replace("_", "-"): f"{value}px"
            for name, value in vars(self).items()
            if isinstance(value, float)
        }
        return "".join(f"--{name}:{value};" for name, value in sizes.items()) + (
            f"--font:{self.font};"
        )


ANDROID = Phone(
    "android",
    font="Roboto",
    text_size=16.0,
    line_height=21.0,
    text_width=310.0,
    button_size=15.0,
    button_height=44.0,
    button_gap=5.0,
    button_padding=8.0,
    keyboard_width=375.0,
    letter_spacing=0.0,
    top_bars=80.0,
    bottom_bars=68.0,
)
IPHONE = Phone(
    "iphone",
    font="Inter",
    text_size=17.0,
    line_height=22.0,
    text_width=320.0,
    button_size=16.0,
    button_height=42.0,
    button_gap=4.0,
    button_padding=4.0,
    keyboard_width=342.0,
    letter_spacing=-0.2,
    top_bars=91.0,
    bottom_bars=83.0,
)

PHONES = {phone.name: phone for phone in (ANDROID, IPHONE)}
