#!/usr/bin/env bash
# A cluster with one node runs the job array of samples/NightlyExport/deploy. One task is killed and requeued.
# Requires root on Debian. Usage: tests/scale/slurm.sh [SESSIONS, 200000 by default]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
sessions=${1:-200000}
command -v slurmctld >/dev/null && command -v munged >/dev/null || {
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends slurmctld slurmd slurm-client munge; } \
    >"$work/apt.log" 2>&1 || fail "The installation of Slurm failed: $(tail -n 2 "$work/apt.log")"
}
build
serve "$sessions" 20

# A temporary cluster: key, state and logs are in the folder of this run.
chmod 755 "$work"
base=$((20000 + RANDOM % 20000)) host=$(hostname -s)
dd if=/dev/urandom of="$work/munge.key" bs=1024 count=1 status=none
chmod 400 "$work/munge.key"
munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge.sock" --pid-file="$work/munge.pid" \
  --log-file="$work/munge.log" --seed-file="$work/munge.seed" >"$work/munge.out" 2>&1 8>&- &
started+=($!)
for ((i = 0; i < 100; i++)); do [ -S "$work/munge.sock" ] && break; sleep 0.1; done
[ -S "$work/munge.sock" ] || fail "munged: $(cat "$work/munge.out" "$work/munge.log")"

cat >"$work/slurm.conf" <<CONF
ClusterName=scale
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$base
SlurmdPort=$((base + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.sock
CryptoType=crypto/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
MinJobAge=3600
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 RealMemory=4000 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:4
CONF
export SLURM_CONF=$work/slurm.conf
mkdir "$work/state" "$work/spool"
slurmctld -D >"$work/slurmctld.out" 2>&1 8>&- &
started+=($!)
slurmd -D -N "$host" >"$work/slurmd.out" 2>&1 8>&- &
started+=($!)
for ((i = 0; i < 600; i++)); do sinfo -h -o %t 2>/dev/null | grep -q idle && break; sleep 0.1; done
sinfo -h -o %t 2>/dev/null | grep -q idle || fail "The node is not ready: $(tail -n 3 "$work/slurmctld.log" "$work/slurmd.log" 2>/dev/null)"

cd "$work"
export NIGHTLY_EXPORT=$worker MediaMelon__Paging__PageSize=200
job=$(sbatch --parsable --mem=0 --array=0-3 "$OLDPWD/samples/NightlyExport/deploy/nightly-export.sbatch" 2026-04-09 "$work/sessions")
wait_for "$work/nightly-export-2.log" 'Wrote dt=' 300
scontrol requeue "${job}_2" || fail 'The task cannot be requeued.'
state() { squeue -h -j "$job" -t all -r -o '%T' 2>/dev/null | sort | uniq -c | tr -s ' \n' ' '; }
for ((i = 0; i < 3000; i++)); do
  [ "$(state)" = ' 4 COMPLETED ' ] && break
  state | grep -q FAILED && fail "A task failed: $(tail -n 2 "$work"/nightly-export-*.log)"
  sleep 0.2
done
[ "$(state)" = ' 4 COMPLETED ' ] || fail "The states of the tasks:$(state)"

starts=$(grep -c 'Exporting ' "$work/nightly-export-2.log")
[ "$starts" -ge 2 ] || fail "Task 2 started $starts times. Expected: 2 or more."
result=$("$tool" verify "$work/sessions" "$work/truth.csv") || fail "$result"
echo "Slurm, 4 tasks, task 2 started $starts times: $result."
