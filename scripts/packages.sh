# Sourced by run.sh and test.sh: system packages of Debian and Ubuntu, installed only where something is missing.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Run this as root once, or install sudo, so that it can do: $*" >&2
        exit 2
    fi
}

postgres_is_there() {
    [ -n "${DLP__Data__PostgresBin:-}" ] || command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

# Debian's postgresql makes a cluster of its own and starts it; the app brings its own. The setting that prevents it is put back
# afterwards where there was one. Clusters that exist already are not touched.
readonly createcluster=/etc/postgresql-common/createcluster.conf

prevent_main_cluster() {
    as_root mkdir -p "$(dirname "$createcluster")"
    [ ! -e "$createcluster" ] || as_root cp -p "$createcluster" "$createcluster.before-dlp"
    echo "create_main_cluster = false" | as_root tee "$createcluster" >/dev/null
}

restore_main_cluster() {
    [ ! -e "$createcluster.before-dlp" ] || as_root mv -f "$createcluster.before-dlp" "$createcluster"
}

install_packages() {
    if ! command -v apt-get >/dev/null; then
        echo "Please install these packages of your system: $*" >&2
        exit 2
    fi

    echo "Installing $* …"
    case " $* " in *" postgresql "*) prevent_main_cluster ;; esac
    trap restore_main_cluster EXIT
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" >/dev/null
    restore_main_cluster
    trap - EXIT
}
