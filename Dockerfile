# Builds the page and serves it on port 8000: docker build -t kugou-lookup .
FROM denoland/deno:2.9.6 AS build
WORKDIR /app
COPY . .
RUN deno install && deno task build

FROM denoland/deno:2.9.6
WORKDIR /app
COPY --from=build /app/deno.json /app/mod.ts /app/serve.ts /app/web.ts ./
COPY --from=build /app/lib lib
COPY --from=build /app/_fresh _fresh
ENV HOST=0.0.0.0
EXPOSE 8000
USER deno
# No task: it would be one more process between a signal and the server.
CMD ["run", "--allow-run", "--allow-read=.", "--allow-env", "web.ts", "--built"]
