# Builds the page and serves it on port 8000: docker build -t kugou-lookup .
FROM denoland/deno:2.9.6 AS build
WORKDIR /app
COPY . .
RUN deno install && deno task build

FROM denoland/deno:2.9.6
WORKDIR /app
COPY --from=build /app/deno.json /app/mod.ts ./
COPY --from=build /app/lib lib
COPY --from=build /app/tasks tasks
COPY --from=build /app/_fresh _fresh
RUN deno cache --node-modules-dir=none tasks/*.ts
ENV HOST=0.0.0.0 KUGOU_DEPS=jsr
EXPOSE 8000
USER deno
# No task: it would be one more process between a signal and the server.
CMD ["run", "--allow-run", "--allow-env", "tasks/web.ts", "--built"]
