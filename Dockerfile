# The app alone; the database is another container's (compose.yaml) or another server's.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig appsettings.json ./
COPY DlpDashboard/ DlpDashboard/
RUN dotnet publish DlpDashboard -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# "docker build --build-arg OCR=true": text in pictures is read too.
ARG OCR=false
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl $(if [ "$OCR" = true ]; then echo tesseract-ocr; fi) \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data \
    && chown app:app /data \
    && chmod 700 /data
WORKDIR /app
COPY --from=build /app ./
USER app
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 \
    DLP__Data__Folder=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["curl", "-fsS", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["dotnet", "DlpDashboard.dll"]
