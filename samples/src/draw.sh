#!/bin/sh
# Draws the samples' pictures again from the SVG files beside them. The
# pictures are kept, so only who changes a drawing needs this, and with it
# chromium and pdftocairo (poppler-utils).
set -eu

cd "$(dirname "$0")/pictures"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for svg in *.svg; do
	name=${svg%.svg}
	size=$(sed -n '1s/.*width="\([0-9]*\)" height="\([0-9]*\)".*/\1 \2/p' "$svg")
	width=${size% *} height=${size#* }
	{
		printf '<!DOCTYPE html><meta charset="utf-8"><style>@page{margin:0;size:%spx %spx}body{margin:0}svg{display:block}</style>' \
			"$width" "$height"
		cat "$svg"
	} > "$work/$name.html"
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/profile" \
		--print-to-pdf="$work/$name.pdf" "file://$work/$name.html" > "$work/log" 2>&1
	case $name in
	stacja) kind=jpeg ;; # a view, where the others are line drawings
	*) kind=png ;;
	esac
	pdftocairo -singlefile -"$kind" -scale-to-x "$width" -scale-to-y "$height" -x 0 -y 0 -W "$width" -H "$height" "$work/$name.pdf" "$name"
done
