FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /srv/pix

COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt

COPY . .
RUN pip install --no-deps --no-build-isolation --editable . \
 && useradd --system --no-create-home pix \
 && install -d -o pix /data \
 && chown -R pix locales

USER pix
ENV PIX_ENV=production DATABASE_URL=sqlite:////data/pix.sqlite DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# SECRET_KEY and BASE_URL must be given.
CMD ["sh", "-c", "pix db upgrade && pix content load && exec pix serve --host 0.0.0.0 --port 8080"]
