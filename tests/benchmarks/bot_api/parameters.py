"""The parameters of a call, whichever way it writes them."""

import json
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

Parameters = dict[str, str]
"""Each value as form fields have it: what is neither text nor number stands there in JSON."""


def parameters_in(content_type: str, body: bytes, query: str = "") -> Parameters:
    """Read parameters from a form, a form of several parts, JSON, or the query of the URL."""
    found = dict(parse_qsl(query)) if query else {}
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        found.update(parse_qsl(body.decode(), keep_blank_values=True))
    elif kind == "application/json" and body:
        found.update({name: _as_field(value) for name, value in json.loads(body).items()})
    elif kind == "multipart/form-data":
        found.update(_parts(content_type, body))
    return found


def _as_field(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _parts(content_type: str, body: bytes) -> Parameters:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
    fields = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            fields[name] = content.decode(errors="replace")
    return fields
