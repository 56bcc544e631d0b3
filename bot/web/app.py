"""Which address answers what."""

from urllib.parse import urlsplit

from starlette.routing import Route, Router

from bot.web.health import Health
from bot.web.webhook import Webhook

_OURS = ("/healthz", "/readyz", "/metrics")


class WebhookPathError(Exception):
    """The webhook's URL leads to an address that means something else here."""


def path_of(webhook_url: str) -> str:
    """Return where Telegram's requests arrive; raises `WebhookPathError`."""
    path = urlsplit(webhook_url).path or "/"
    if path in _OURS:
        raise WebhookPathError(f"{path} is taken; use another path, such as /telegram")
    if "{" in path or "}" in path:
        raise WebhookPathError("no braces, please; use a path such as /telegram")
    return path


def web_app(health: Health, webhook: Webhook | None = None, path: str = "/") -> Router:
    """Return the application: health and metrics, and the webhook where there is one.

    An error that nobody catches is answered with 500 by the server, as by Starlette.
    """
    routes = [
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        Route("/metrics", health.figures),
    ]
    if webhook is not None:
        # In front: addresses are tried one after another, and nearly all requests come here.
        routes.insert(0, Route(path, webhook, methods=["POST"]))
    return Router(routes)
