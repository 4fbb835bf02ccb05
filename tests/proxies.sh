#!/usr/bin/env bash
# Reads a listing through nginx and haproxy, and compares its ids with a listing without a proxy. Takes less than a minute.
# Installs both proxies from Debian. Without apt-get, the test is skipped. NO_BUILD=1 uses the existing build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH=$PATH:/usr/sbin DOTNET_NOLOGO=1

if ! command -v nginx >/dev/null || ! command -v haproxy >/dev/null || ! command -v openssl >/dev/null; then
  command -v apt-get >/dev/null || { echo 'Skipped: apt-get does not exist, so nginx and haproxy cannot be installed.'; exit 0; }
  install() { apt-get install -y --no-install-recommends nginx-light haproxy openssl >/dev/null 2>&1; }
  install || { apt-get update >/dev/null && install; }
fi

work=$(mktemp -d)
stop() {
  for file in "$work"/*.pid; do
    [ -s "$file" ] && kill "$(cat "$file")" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap stop EXIT

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -days 2 \
  -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null

# configure NAME: writes the configuration of an nginx instance. Standard input contains its servers.
configure() {
  mkdir -p "$work/$1"
  cat > "$work/$1.conf" <<NGINX
pid $work/$1.pid;
error_log $work/$1.error.log;
worker_processes 1;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path $work/$1; proxy_temp_path $work/$1; fastcgi_temp_path $work/$1;
  uwsgi_temp_path $work/$1; scgi_temp_path $work/$1;
  limit_req_zone \$binary_remote_addr zone=requests:1m rate=5r/s;
  limit_conn_zone \$binary_remote_addr zone=connections:1m;
  $(cat)
}
NGINX
}

configure main <<NGINX
  server {
    listen 127.0.0.1:8101;
    location / {
      limit_req zone=requests; limit_req_status 429; error_page 429 = @limited;
      proxy_pass http://127.0.0.1:8090;
    }
    location @limited { add_header Retry-After 2 always; return 429; }
  }
  server {
    listen 127.0.0.1:8102;
    location / { limit_conn connections 2; proxy_pass http://127.0.0.1:8091; }
  }
  server {
    listen 127.0.0.1:8104;
    gzip on; gzip_types application/json; gzip_proxied any; gzip_min_length 1;
    location / { proxy_set_header Accept-Encoding ""; proxy_pass http://127.0.0.1:8090; }
  }
  server {
    listen 127.0.0.1:8105;
    keepalive_requests 3;
    location / { proxy_pass http://127.0.0.1:8090; }
  }
  server {
    listen 127.0.0.1:8106 ssl http2;
    ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
    location / { proxy_pass http://127.0.0.1:8090; }
  }
  server {
    listen 127.0.0.1:8108;
    keepalive_timeout 1s;
    location / { proxy_pass http://127.0.0.1:8090; }
  }
  log_format plain '\$status';
  map \$arg_filter \$is_closed { "" 0; default 1; }
  server {
    listen 127.0.0.1:8109;
    access_log $work/closed.log plain if=\$is_closed;
    location / {
      if (\$is_closed) { return 444; }
      proxy_pass http://127.0.0.1:8090;
    }
  }
NGINX

configure restarted <<NGINX
  server {
    listen 127.0.0.1:8107;
    location / { proxy_pass http://127.0.0.1:8090; }
  }
NGINX

cat > "$work/restart.sh" <<RESTART
kill "\$(cat "$work/restarted.pid")"
sleep 0.3
nginx -c "$work/restarted.conf"
RESTART

cat > "$work/haproxy.cfg" <<HAPROXY
global
  pidfile $work/haproxy.pid
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
  timeout queue 1s
listen sessions
  bind 127.0.0.1:8103
  server emulator 127.0.0.1:8091 maxconn 2
HAPROXY

nginx -c "$work/main.conf"
nginx -c "$work/restarted.conf"
haproxy -D -f "$work/haproxy.cfg"

project=tests/MediaMelon.SessionList.Proxies
[ -n "${NO_BUILD:-}" ] || dotnet build "$project" -v q -nologo
SSL_CERT_FILE=$work/cert.pem "$project/bin/${CONFIGURATION:-Debug}/net10.0/MediaMelon.SessionList.Proxies" "$work" "$work/restart.sh"
