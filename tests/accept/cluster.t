#!/bin/sh
# The recipes of samples/cluster, as they stand: three machines over ssh, which are three servers on this one, and one
# node of Slurm. A machine dies in mid-run; every document is accounted for all the same.
. tests/lib.sh

recipes=$(cd samples/cluster && pwd)
WIREBATCH=$(cd "$BIN" && pwd)/wirebatch
HOME=$dir/home
PARALLEL_SSH="ssh -F $dir/ssh_config"
export WIREBATCH HOME PARALLEL_SSH
PATH=$PATH:/usr/sbin:/sbin
mkdir -p "$HOME/.parallel" "$dir/in"
touch "$HOME/.parallel/will-cite"

for i in $(seq 600); do
	printf 'Headline number %s\n\nPRAHA, 3. března 2026 - One paragraph of text that is long enough to be one.\n' "$i" >"$dir/in/$i.txt"
done
printf '\0\0\1\2' >"$dir/in/bad.txt"
printf '%%PDF-1.4' >"$dir/in/paper.pdf"
tar -C "$dir" -czf "$dir/more.tgz" in
(cd "$dir" && "$WIREBATCH" -q --to nml --out want --report want.jsonl in more.tgz 2>/dev/null)
sum='in 1204, done 1200, failed 2, skipped 2'

# descendants PID: it and all that it has started
descendants()
{
	echo "$1"
	for child in $(pgrep -P "$1"); do
		descendants "$child"
	done
}

# account NAME OUT: what a batch of both inputs must have come to
account()
{
	(cd "$dir" && grep -v '^{"summary"' "$2.jsonl" | sort) >"$dir/got"
	grep -v '^{"summary"' "$dir/want.jsonl" | sort >"$dir/sorted"
	same "$1: each document has its record once" "$dir/sorted" "$dir/got"
	ok "$1: the outputs are those of one machine" diff -r "$dir/want" "$dir/$2"
}

servers=
# shellcheck disable=SC2046,SC2317 # numbers; the trap calls it
end_servers()
{
	for server in $servers; do
		kill $(descendants "$server") 2>/dev/null
	done
	wait
}
trap 'end_servers; rm -rf "$dir"' EXIT
trap 'exit 143' TERM

# A server of ssh that may be killed with all that runs on it. Its address is its own, so are its keys.
serve()
{
	ssh-keygen -q -t ed25519 -N '' -f "$dir/key$1"
	port=$((20000 + ($$ + $1 * 997) % 20000))
	cat >"$dir/sshd$1" <<-END
		Port $port
		ListenAddress 127.0.0.1
		HostKey $dir/key$1
		PidFile none
		AuthorizedKeysFile $dir/authorized
		StrictModes no
		UsePAM no
		PasswordAuthentication no
		AcceptEnv LC_*
	END
	"$(command -v sshd)" -D -f "$dir/sshd$1" -E "$dir/log$1" &
	servers="$servers $!"
	printf 'Host machine%s\nHostName 127.0.0.1\nPort %s\nHostKeyAlias machine%s\nIdentityFile %s\nUserKnownHostsFile %s\nIdentitiesOnly yes\n' \
		"$1" "$port" "$1" "$dir/user" "$dir/known" >>"$dir/ssh_config"
	sed "s/^/machine$1 /" "$dir/key$1.pub" >>"$dir/known"
	echo "machine$1" >>"$dir/hosts"
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		ssh -F "$dir/ssh_config" "machine$1" true 2>"$dir/err" && break
		sleep 0.5
	done
	ok "machine$1 answers" ssh -F "$dir/ssh_config" "machine$1" true
}

# The program, which on the second machine stops when some documents of its first shard are done, so that the
# machine can die at that moment however fast it is.
stopping()
{
	cat <<-END
		#!/bin/sh
		case \$SSH_CONNECTION in
		*" $1") ;;
		*) exec "$WIREBATCH" "\$@" ;;
		esac
		shard=\$(printf '%s\n' "\$@" | sed -n 's|^\([0-9]*\)/12\$|\1|p')
		"$WIREBATCH" "\$@" &
		until [ "\$(wc -l 2>/dev/null <"$dir/items.reports/\$shard.jsonl.journal")" -gt 5 ]; do
			sleep 0.01
		done
		kill -STOP \$! && touch "$dir/at-work"
		wait
	END
}

# shellcheck disable=SC2046 # numbers
over_ssh()
{
	[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd # where sshd, as root, wants an empty folder
	ssh-keygen -q -t ed25519 -N '' -f "$dir/user"
	cp "$dir/user.pub" "$dir/authorized"
	serve 1
	serve 2
	victim=${servers##* }
	stopping "$port" >"$dir/stopping"
	chmod +x "$dir/stopping"
	serve 3

	(cd "$dir" && WIREBATCH=$dir/stopping exec "$recipes/batch-parallel" hosts 12 nml items in more.tgz >parallel.out 2>parallel.err) &
	batch=$!
	# The second machine dies while a shard of it is at work.
	died=no
	for _ in $(seq 600); do
		if [ -e "$dir/at-work" ]; then
			kill -KILL $(descendants "$victim") 2>/dev/null
			died=yes
			break
		fi
		sleep 0.1
	done
	is 'a machine dies with a shard at work' $died yes
	ok 'and does not answer' sh -c "! ssh -F '$dir/ssh_config' machine2 true 2>/dev/null"
	wait $batch
	status=$?
	is 'the others do its work' "$status $(cat "$dir/parallel.out")" "0 $sum"
	account 'over ssh' items

	# What is missing is done by the same command, and nothing else.
	rm "$dir/items.reports/3.jsonl" "$dir/items/in/7.xml"
	run "$recipes/batch-merge" 12 "$dir/items"
	is 'what is missing is said' "$status $(cat "$dir/err")" '1 batch-merge: not done: 3'
	(cd "$dir" && "$recipes/batch-parallel" hosts 12 nml items in more.tgz >parallel.out 2>parallel.err)
	is 'and done by the same command' "$? $(cat "$dir/parallel.out")" "0 $sum"
	account 'again over ssh' items
}

# One node, without its init: munge for who is who, slurmctld, slurmd.
over_slurm()
{
	mkdir -p "$dir/slurm/state" "$dir/slurm/spool"
	chmod 755 "$dir"
	dd if=/dev/urandom of="$dir/slurm/munge.key" bs=1024 count=1 2>/dev/null
	chmod 600 "$dir/slurm/munge.key"
	munged --force --foreground --key-file="$dir/slurm/munge.key" --socket="$dir/slurm/munge.socket" --pid-file="$dir/slurm/munge.pid" \
		--seed-file="$dir/slurm/munge.seed" --log-file="$dir/slurm/munge.log" 2>"$dir/slurm/munge.err" &
	servers="$servers $!"
	port=$((20000 + ($$ + 7919) % 20000))
	node=$(hostname -s)
	cat >"$dir/slurm.conf" <<-END
		ClusterName=test
		SlurmctldHost=$node(127.0.0.1)
		SlurmctldPort=$port
		SlurmdPort=$((port + 1))
		SlurmUser=root
		AuthType=auth/munge
		AuthInfo=socket=$dir/slurm/munge.socket
		CredType=cred/munge
		StateSaveLocation=$dir/slurm/state
		SlurmdSpoolDir=$dir/slurm/spool
		SlurmctldPidFile=$dir/slurm/ctld.pid
		SlurmdPidFile=$dir/slurm/d.pid
		SlurmctldLogFile=$dir/slurm/ctld.log
		SlurmdLogFile=$dir/slurm/d.log
		ProctrackType=proctrack/linuxproc
		TaskPlugin=task/none
		MpiDefault=none
		SelectType=select/cons_tres
		ReturnToService=2
		NodeName=$node NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
		PartitionName=all Nodes=$node Default=YES State=UP
	END
	SLURM_CONF=$dir/slurm.conf
	export SLURM_CONF
	slurmctld -D 2>"$dir/slurm/ctld.err" &
	servers="$servers $!"
	slurmd -D 2>"$dir/slurm/d.err" &
	servers="$servers $!"
	for _ in $(seq 60); do
		sinfo -h -o %t 2>/dev/null | grep -q idle && break
		sleep 0.5
	done
	if ! sinfo -h -o %t 2>/dev/null | grep -q idle; then
		skip 'a Slurm job array' "no Slurm comes up here: $(tail -qn 1 "$dir"/slurm/*.err "$dir"/slurm/*.log 2>/dev/null | tail -n 1)"
		return
	fi
	(cd "$dir" && timeout 300 "$recipes/batch-slurm" 6 nml array in more.tgz >slurm.out 2>slurm.err)
	is 'a Slurm job array' "$? $(tail -n 1 "$dir/slurm.out")" "0 $sum"
	account 'by Slurm' array
}

if command -v sshd >/dev/null && command -v parallel >/dev/null && command -v ssh >/dev/null; then
	over_ssh
else
	skip 'over ssh' 'no sshd or no GNU parallel here'
fi
if command -v slurmctld >/dev/null && command -v slurmd >/dev/null && command -v munged >/dev/null && [ "$(id -u)" -eq 0 ]; then
	over_slurm
else
	skip 'a Slurm job array' 'no Slurm here, or not root'
fi
done_testing
