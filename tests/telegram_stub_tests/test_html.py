import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telegram_stub.formatted_text import FormattedText, utf16_length
from tests.telegram_stub.found_entities import with_found_entities
from tests.telegram_stub.html_reader import read_html
from tests.telegram_stub.html_writer import write_html
from tests.telegram_stub.refusals import RefusedError


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<a href="https://example.org/a?b=1&amp;c=2">x</a>', "text_link"),
        ("<a href='tg://user?id=1'>x</a>", "text_link"),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', "custom_emoji"),
        ("<span class=tg-spoiler>x</span>", "spoiler"),
        ("<B >x</B >", "bold"),
        ("<b>x</>", "bold"),
    ],
)
def test_each_supported_tag_marks_its_text(source: str, kind: str) -> None:
    content = read_html(source)
    assert content.text == "x"
    assert [(one.type, one.offset, one.length) for one in content.entities] == [(kind, 0, 1)]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("AFP <400", "Unclosed start tag at byte offset 4"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("size <3 cm, >2", 'Unsupported start tag "3" at byte offset 5'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("肝<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a", "Unclosed start tag at byte offset 0"),
        ("<a href ", 'Unclosed start tag "a" at byte offset 0'),
        ('<b "x">x</b>', 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xD83D;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_references_are_decoded() -> None:
    assert read_html("&lt;&gt;&amp;&quot;&#8805;&#x2265;&lt").text == '<>&"≥≥<'


@pytest.mark.parametrize("source", ["R&D", "a&nbsp;b", "&", "&#0;", "&#x0000000041;"])
def test_a_bare_ampersand_passes_telegram_but_not_us(source: str) -> None:
    assert read_html(source, lenient=True).text == source
    with pytest.raises(RefusedError, match="stub: a bare & or an unknown entity"):
        read_html(source)


def test_a_dropped_link_passes_telegram_but_not_us() -> None:
    source = '<a href="nowhere">x</a>'
    assert read_html(source, lenient=True).text == "x"
    with pytest.raises(RefusedError, match="stub: the link 'nowhere' is dropped: Wrong HTTP URL"):
        read_html(source)


def test_lengths_count_utf16_units() -> None:
    content = read_html("😀<b>肝</b>")
    assert [(one.offset, one.length) for one in content.entities] == [(2, 1)]
    assert content.length == 3


def test_code_in_pre_names_the_language() -> None:
    content = read_html('<pre><code class="language-python">x</code></pre>')
    assert [one.to_json() for one in content.entities] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<b>a</b><b>b</b>", "<b>ab</b>"),
        ("<b>a<b>b</b></b>", "<b>ab</b>"),
        ("<b>a<code>b</code>c</b>", "<b>a</b><code>b</code><b>c</b>"),
        ("<code>a<b>b</b></code>", "<code>ab</code>"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote>ab</blockquote>"),
        ("<b>a</b><i><b>b</b>c</i>", "<b>a<i>b</i></b><i>c</i>"),
        ("<b></b>a", "a"),
        ("\n <b>a</b> \n", "<b>a</b>"),
        ("<b>a </b>", "<b>a</b>"),
        ("<b> a</b>", "<b>a</b>"),
        ("a &lt; b", "a &lt; b"),
        ("<pre>x</pre>", "<pre>x</pre>"),
        ("<blockquote expandable><b>x</b></blockquote>",) * 2,
        ('<tg-emoji emoji-id="12">x</tg-emoji>',) * 2,
        ('<pre><code class="language-python">x</code></pre>',) * 2,
        ('<a href="example.org">x</a>', '<a href="http://example.org/">x</a>'),
    ],
)
def test_entities_are_kept_in_one_form(source: str, kept: str) -> None:
    assert write_html(read_html(source).tidied().trimmed()) == kept


@given(
    st.lists(
        st.tuples(st.sampled_from(["b", "i", "u", "s", "code", "blockquote"]), st.text(max_size=5)),
        max_size=6,
    )
)
def test_what_is_written_reads_the_same(parts: list[tuple[str, str]]) -> None:
    escaped = ((tag, text.replace("&", "&amp;").replace("<", "&lt;")) for tag, text in parts)
    content = read_html("".join(f"<{tag}>{text}</{tag}>" for tag, text in escaped)).tidied()
    assert read_html(write_html(content)).tidied() == content


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", ["bot_command 0 6"]),
        ("/start@stub_bot x", ["bot_command 0 15"]),
        ("see /help, /new", ["bot_command 4 5", "bot_command 11 4"]),
        ("1/2 a/b /a/b //x", []),
        ("肝 @anna", ["mention 2 5"]),
        ("mail a@anna", []),
        ("https://example.org/a?b=1", ["url 0 25"]),
    ],
)
def test_telegram_marks_commands_mentions_and_links(text: str, found: list[str]) -> None:
    content = with_found_entities(FormattedText(text))
    assert [f"{one.type} {one.offset} {one.length}" for one in content.entities] == found


def test_nothing_is_marked_inside_code() -> None:
    content = with_found_entities(read_html("<code>/start</code>"))
    assert [one.type for one in content.entities] == ["code"]


def test_a_surrogate_pair_counts_twice() -> None:
    assert utf16_length("a肝😀") == 4
