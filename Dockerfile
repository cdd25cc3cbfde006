# The program and what it needs, and nothing else: no shell, no package manager. build/release/image makes the folder and the image.
FROM scratch

ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="auth0-connector" \
      org.opencontainers.image.description="Reads who can do what in an Auth0 tenant into one access file" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"

COPY root/ /

# One volume that is written: the access file, and all that comes and goes beside it.
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    TMPDIR=/out \
    HOME=/out
WORKDIR /out
VOLUME /out
USER 65532:65532
ENTRYPOINT ["/auth0-connector"]
