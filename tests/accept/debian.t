#!/bin/sh
# The Debian package: built and judged, installed in a fresh system, used there, and removed without a trace.
. tests/lib.sh

if [ "$(id -u)" -ne 0 ]; then
	skip 'the package' 'a fresh system is made by root alone'
	done_testing
fi
root=$dir/root
trap 'umount "$root/proc" 2>/dev/null; rm -rf "$dir"' EXIT

version=$(sed -n 's/.*WIRECOPY_VERSION "\(.*\)".*/\1/p' src/version.h)
is 'one version' "$(dpkg-parsechangelog -S Version)" "$version"
mkdir "$dir/wirecopy-$version"
git ls-files | tar -cf - -T - | tar -xf - -C "$dir/wirecopy-$version"
run env -C "$dir/wirecopy-$version" DEB_BUILD_OPTIONS="nocheck parallel=$(nproc)" dpkg-buildpackage -us -uc
status_is 'dpkg-buildpackage' 0
run lintian --allow-root --suppress-tags bogus-mail-host --fail-on error,warning "$dir"/*.changes
status_is 'lintian has nothing to say' 0

run tests/accept/fresh "$BUILD" "$root"
status_is 'a fresh system' 0
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$dir"/wirecopy_*.deb debian/tests/pipe samples/*.docx "$root/tmp/"
inside()
{
	run env DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" sh -c "$1"
}
inside 'apt-get update -q && apt-get install -q -y --no-install-recommends bash-completion man-db'
status_is 'its packages' 0
inside 'find / -xdev | sort >/tmp/before; apt-get install -q -y --no-install-recommends /tmp/wirecopy_*.deb'
status_is 'the package installs' 0
inside /tmp/pipe
status_is 'a release goes all ways round' 0
inside 'man docx2nml | cat'
has 'man docx2nml' "$dir/out" 'DOCX2NML'
inside 'man wirecopy-docx2txt | cat'
has 'man wirecopy-docx2txt' "$dir/out" 'docx2txt'
inside 'docx2nml --version'
has 'the sandbox is on' "$dir/out" '^sandbox: seccomp$'
inside 'bash -c ". /usr/share/bash-completion/bash_completion; _completion_loader docx2nml; complete -p docx2nml"'
has 'bash completes it' "$dir/out" '_wirecopy'
inside 'apt-get purge -q -y --autoremove wirecopy; find / -xdev -ipath "*wirecopy*" ! -path "/proc/*" ! -path "/var/log/*" ! -path "/var/cache/man/*" ! -path "/var/lib/apt/*" ! -path "/tmp/*" ! -path "/var/cache/apt/archives/*"'
is 'removed without a trace' "$(grep '^/' "$dir/out")" ''

# As Debian's own machines test a package, in the same system
run autopkgtest --apt-upgrade -B "$dir"/wirecopy_*.dsc "$dir"/wirecopy_*.deb -- chroot "$root"
cat "$dir/out" >>"$dir/err"
status_is 'autopkgtest' 0
has 'and it ran its test' "$dir/out" '^pipe +PASS'
done_testing
