# Builds the page, and serves it on port 8000:
#   docker build -t kugou-lookup .
# Where JSR does not answer:
#   docker build --build-arg DEPS=npm -t kugou-lookup .
FROM denoland/deno:2.9.6@sha256:2014dc167ece617ef7e7ba40631ac2234c59e75ce693e7cc2dc2602b3c87859d AS build
ARG DEPS=jsr
ENV KUGOU_DEPS=$DEPS
WORKDIR /app
# The packages first: they change less often than the code.
COPY deno.json ./
COPY npm npm
RUN if [ "$DEPS" = jsr ]; then deno install; else \
      deno cache --node-modules-dir=none --import-map=npm/import_map.json \
        --lock=npm/deno.lock --frozen npm/*.ts; \
    fi
COPY . .
RUN deno task build && rm -rf node_modules

FROM denoland/deno:2.9.6@sha256:2014dc167ece617ef7e7ba40631ac2234c59e75ce693e7cc2dc2602b3c87859d
ARG DEPS=jsr
ENV KUGOU_DEPS=$DEPS HOST=0.0.0.0 DENO_NO_UPDATE_CHECK=1
WORKDIR /app
COPY --from=build /app ./
RUN deno run --allow-run --allow-env tasks/deno.ts cache tasks/web.ts tasks/permissions.ts tasks/serve.ts main.ts routes/*.tsx
USER deno
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["deno", "eval", "--no-config", "const { ok } = await fetch(`http://127.0.0.1:${Deno.env.get('PORT') || 8000}/healthz`); Deno.exit(ok ? 0 : 1)"]
# No task: it would be one more process between a signal and the server.
CMD ["run", "--allow-run", "--allow-env", "tasks/web.ts", "--built"]
