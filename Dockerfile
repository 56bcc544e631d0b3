# TACE Consult's bot. Explained in docs/operations.md.

# The version that the tests run on.
FROM python:3.11-slim AS build
RUN python -m venv /opt/tace-consult/venv
COPY requirements.lock /opt/tace-consult/
RUN /opt/tace-consult/venv/bin/pip install --disable-pip-version-check --no-cache-dir \
        --require-hashes --requirement /opt/tace-consult/requirements.lock
COPY LICENSE /opt/tace-consult/
COPY bot /opt/tace-consult/bot
COPY conversations /opt/tace-consult/conversations
COPY domain /opt/tace-consult/domain
RUN /opt/tace-consult/venv/bin/python -m compileall -q \
        /opt/tace-consult/bot /opt/tace-consult/conversations /opt/tace-consult/domain

FROM python:3.11-slim
# Where a SQLite file and its key go when PostgreSQL is not used: a volume for each, kept apart.
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin tace \
    && install --directory --owner tace --group tace --mode 0700 /var/lib/tace /etc/tace
COPY --from=build /opt/tace-consult /opt/tace-consult
ENV PATH=/opt/tace-consult/venv/bin:$PATH \
    PYTHONPATH=/opt/tace-consult \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    XDG_DATA_HOME=/var/lib/tace \
    XDG_CONFIG_HOME=/etc/tace \
    TACE_LISTEN=0.0.0.0:8080
WORKDIR /var/lib/tace
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=3)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
