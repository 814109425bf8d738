#!/bin/sh
# A web archive as wget writes it, fetched from a server on this machine: every answer is accounted for.
. tests/lib.sh

mkdir -p "$dir/site"
printf '<!doctype html><html><head><meta charset="utf-8"></head><body><h1>Příliš žluťoučký kůň</h1><p><a href="two.html">two</a> <img src="i.png"> <a href="none.html">none</a></p></body></html>' >"$dir/site/index.html"
printf '<p>two</p>' >"$dir/site/two.html"
printf '\211PNG\r\n\032\n' >"$dir/site/i.png"
cat >"$dir/serve.py" <<'END'
import functools, gzip, http.server, sys
class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def do_GET(self):
        if self.path != '/chunked.html':
            return super().do_GET()
        body = gzip.compress(b'<p>A page in pieces</p>' * 50)
        self.send_response(200)
        self.send_header('Content-Type', 'text/html; charset=iso-8859-2')
        self.send_header('Content-Encoding', 'gzip')
        self.send_header('Transfer-Encoding', 'chunked')
        self.end_headers()
        for i in range(0, len(body), 16):
            self.wfile.write(b'%x\r\n' % len(body[i:i + 16]) + body[i:i + 16] + b'\r\n')
        self.wfile.write(b'0\r\n\r\n')
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Handler, directory=sys.argv[1]))
print(server.server_port, flush=True)
server.serve_forever()
END
python3 "$dir/serve.py" "$dir/site" >"$dir/port" 2>"$dir/err" &
server=$!
tries=0
while [ ! -s "$dir/port" ] && [ $tries -lt 50 ]; do
	sleep 0.1
	tries=$((tries + 1))
done
base=http://127.0.0.1:$(cat "$dir/port")
(cd "$dir" && wget -q -r -p -e robots=off --no-proxy --tries=1 --header='Accept-Encoding: gzip' --warc-file=site --warc-cdx \
	"$base/index.html" "$base/chunked.html")
(cd "$dir" && wget -q --no-proxy --tries=1 --no-warc-compression --warc-file=flat "$base/two.html")
kill $server
wait $server 2>/dev/null

run "$TREE/members" "$dir/site.warc.gz"
is 'it is a web archive' "$(head -n 1 "$dir/out")" 'web archive'
awk -F '\t' -v base="$base" 'NR > 1 && $1 == "whole" { sub(base, "", $3); print $3, $5, $6 }' "$dir/out" | sort >"$dir/got"
printf '%s\n' '/chunked.html text/html iso-8859-2' '/index.html text/html ' '/two.html text/html ' >"$dir/want"
same 'the pages' "$dir/want" "$dir/got"
is 'one in pieces and compressed is whole' "$(awk -F '\t' '/chunked/ && $1 == "whole" { print $2 }' "$dir/out")" 1150
has 'an image is passed over' "$dir/out" '^passed-over.*i\.png.*of type image/png'
has 'and what was not found' "$dir/out" '^passed-over.*none\.html.*status 404'
is 'nothing is broken' "$(grep -c '^broken' "$dir/out")" 0
is 'each record is accounted for' "$(sed 1d "$dir/out" | wc -l)" "$(zcat "$dir/site.warc.gz" | grep -ac '^WARC-Type: ')"
run "$TREE/members" "$dir/flat.warc"
has 'one without compression' "$dir/out" '^whole	10	http.*/two.html'
done_testing
