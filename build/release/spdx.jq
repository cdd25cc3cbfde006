# A CycloneDX document of build/release/sbom as SPDX 2.3. $name is that of the archive.
def id: "SPDXRef-" + gsub("[^A-Za-z0-9.-]"; "-");
def algorithm: gsub("-"; "");
# An expression, or one licence; anything else (a name, a file) is not told as one.
def licence: [.licenses[]? | .expression // .license.id // empty] | if length == 1 then .[0] else "NOASSERTION" end;
def package: {
    SPDXID: (."bom-ref" | id), name, versionInfo: .version, downloadLocation: "NOASSERTION", filesAnalyzed: false,
    licenseConcluded: "NOASSERTION", licenseDeclared: licence, copyrightText: (.copyright // "NOASSERTION")
  }
  + (if .hashes then { checksums: [.hashes[] | { algorithm: (.alg | algorithm), checksumValue: (.content | ascii_downcase) }] } else {} end)
  + (if .purl then { externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: .purl }] } else {} end);

.metadata.component."bom-ref" as $root
| {
    spdxVersion: "SPDX-2.3", dataLicense: "CC0-1.0", SPDXID: "SPDXRef-DOCUMENT", name: $name,
    documentNamespace: "urn:auth0-connector:sbom:\($name)",
    creationInfo: { created: .metadata.timestamp, creators: ["Tool: auth0-connector-build-release-sbom"] },
    packages: [(.metadata.component + { licenses: [{ license: { id: "Apache-2.0" } }] }, .components[]) | package],
    relationships: (
      [{ spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: ($root | id) }]
      + [.dependencies[] | .ref as $from | .dependsOn[]? | { spdxElementId: ($from | id), relationshipType: "DEPENDS_ON", relatedSpdxElement: id }])
  }
