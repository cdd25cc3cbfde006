#!/usr/bin/env bash
# Builds what a release ships for one platform: build/release.sh linux-x64|linux-arm64 [FOLDER]
#
# One executable with SQLite inside, its licence, completions for the shells, manual pages; as an archive with its SHA-256.
# For linux-arm64 on another machine: Debian's gcc-aarch64-linux-gnu, libc6-dev-arm64-cross and qemu-user-static.
set -euo pipefail
cd "$(dirname "$0")/.."

runtime=${1:?for which platform: linux-x64 or linux-arm64}
folder=${2:-artifacts/release}
case $runtime in linux-x64 | linux-arm64) ;; *)
  echo "build/release.sh builds linux-x64 and linux-arm64, not $runtime" >&2
  exit 2
  ;;
esac
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build/release/sqlite "$runtime" "$work/sqlite"
publish=(-p:SqliteLibrary="$work/sqlite/libe_sqlite3.a")
run=()
if [ "$runtime" = linux-arm64 ] && [ "$(uname -m)" != aarch64 ]; then
  # The SDK passes a --target that only clang knows.
  printf '%s\n' '#!/bin/bash' 'a=(); for x in "$@"; do case $x in --target=*) ;; *) a+=("$x") ;; esac; done' \
    'exec aarch64-linux-gnu-gcc "${a[@]}"' > "$work/linker"
  chmod +x "$work/linker"
  publish+=(-p:CppCompilerAndLinker="$work/linker" -p:ObjCopyName=aarch64-linux-gnu-objcopy)
  run=(qemu-aarch64-static -L /usr/aarch64-linux-gnu)
fi

dotnet publish src/Auth0Connector.Cli --runtime "$runtime" --output "$work/published" "${publish[@]}" 2>&1 | tee "$work/publish.log"
if grep -qE 'warning|IL[23][0-9]{3}' "$work/publish.log"; then
  echo 'the native program must publish without a warning' >&2
  exit 1
fi

program=$work/published/auth0-connector
version=$("${run[@]}" "$program" --version | cut -d' ' -f2)
name=auth0-connector-$version-$runtime
content=$work/$name
mkdir -p "$content/completions" "$content/man"
cp "$program" LICENSE README.md CHANGELOG.md "$content"
for shell in bash zsh fish pwsh; do
  "${run[@]}" "$program" completion "$shell" > "$content/completions/auth0-connector.$shell"
done
"${run[@]}" "$program" man > "$content/man/auth0-connector.1"
for command in $("${run[@]}" "$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p'); do
  "${run[@]}" "$program" man "$command" > "$content/man/auth0-connector-$command.1"
done

# The same files give the same archive: order, owner and times are fixed.
time=$(git log -1 --format=%ct 2>/dev/null || echo 0)
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$time" -C "$work" -cf - "$name" | gzip -n > "$folder/$name.tar.gz"
cp "$program" "$folder/auth0-connector-$runtime"
(cd "$folder" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")

printf '%s: %s bytes, needs %s\n' "$folder/$name.tar.gz" "$(stat -c %s "$program")" \
  "$(objdump -T "$program" | grep -oE 'GLIBC_[0-9.]+' | sort -Vu | tail -1)"
