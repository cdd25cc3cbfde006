#!/usr/bin/env bash
# Builds what a release ships for one platform: build/release.sh RUNTIME [FOLDER]
#
# One executable with SQLite inside, its licence, completions for the shells, manual pages; as an archive with its SHA-256.
# linux-x64 and linux-arm64 are built on any x64 Debian; linux-arm64 there needs gcc-aarch64-linux-gnu, libc6-dev-arm64-cross and
# qemu-user-static. linux-musl-*, osx-* and win-* are built on a system of that kind (docs/releasing.md).
set -Eeuo pipefail
trap 'echo "$0, line $LINENO: $BASH_COMMAND: failed" >&2' ERR
cd "$(dirname "$0")/.."

runtime=${1:?for which platform: linux-x64, linux-arm64, linux-musl-x64, osx-x64, osx-arm64, win-x64 or win-arm64}
folder=${2:-artifacts/release}
suffix='' library=libe_sqlite3.a
case $runtime in
  linux-x64 | linux-arm64 | linux-musl-x64 | linux-musl-arm64 | osx-x64 | osx-arm64) ;;
  win-x64 | win-arm64) suffix=.exe library=e_sqlite3.lib ;;
  *)
    echo "build/release.sh builds linux-x64, linux-arm64, linux-musl-x64, osx-x64, osx-arm64, win-x64 and win-arm64, not $runtime" >&2
    exit 2
    ;;
esac
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
native=$work
if [ -n "$suffix" ]; then
  native=$(cygpath -m "$work") # MSBuild wants a path of Windows.
fi

build/release/sqlite "$runtime" "$work/sqlite"
publish=(-p:SqliteLibrary="$native/sqlite/$library")
run=()
if [ "$runtime" = linux-arm64 ] && [ "$(uname -m)" != aarch64 ]; then
  publish+=(-p:CppCompilerAndLinker="$PWD/build/release/arm64-linker" -p:ObjCopyName=aarch64-linux-gnu-objcopy)
  run=(qemu-aarch64-static -L /usr/aarch64-linux-gnu)
fi

dotnet publish src/Auth0Connector.Cli --runtime "$runtime" --output "$native/published" "${publish[@]}" 2>&1 | tee "$work/publish.log"
if grep -qE 'warning|IL[23][0-9]{3}' "$work/publish.log"; then
  echo 'the native program must publish without a warning' >&2
  exit 1
fi

# bash 3 of macOS takes an empty array for an unset one; Windows ends its lines in two characters.
ask() { ${run[@]+"${run[@]}"} "$program" "$@" | tr -d '\r'; }
program=$work/published/auth0-connector$suffix
version=$(ask --version | cut -d' ' -f2)
name=auth0-connector-$version-$runtime
content=$work/$name
mkdir -p "$content/completions" "$content/man"
cp "$program" LICENSE README.md CHANGELOG.md "$content"
for shell in bash zsh fish pwsh; do
  ask completion "$shell" > "$content/completions/auth0-connector.$shell"
done
ask man > "$content/man/auth0-connector.1"
for command in $(ask --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'); do
  ask man "$command" > "$content/man/auth0-connector-$command.1"
done
cp "$program" "$folder/auth0-connector-$runtime$suffix"
cp "$work/sqlite/source.txt" "artifacts/sqlite-$runtime.txt"

if [ -n "$suffix" ]; then
  archive=$name.zip
  (cd "$work" && 7z a -bso0 -tzip "$(cygpath -m "$folder")/$archive" "$name")
else
  archive=$name.tar.gz
  fixed=()
  if [[ $(tar --version) == *GNU* ]]; then
    # The same files give the same archive: order, owner and times are fixed.
    time=$(git log -1 --format=%ct 2>/dev/null || echo 0)
    fixed=(--sort=name --owner=0 --group=0 --numeric-owner --mtime="@$time")
  fi
  tar ${fixed[@]+"${fixed[@]}"} -C "$work" -cf - "$name" | gzip -n > "$folder/$archive"
fi
build/release/sums "$folder" "$archive" > "$folder/$archive.sha256"

needs='its system'
if [ "${runtime#linux-musl}" = "$runtime" ] && [ "${runtime#linux}" != "$runtime" ]; then
  needs=$(objdump -T "$program" | grep -oE 'GLIBC_[0-9.]+' | sort -Vu | tail -1)
fi
printf '%s: %s bytes, needs %s\n' "$folder/$archive" "$(wc -c < "$program" | tr -d ' ')" "$needs"
