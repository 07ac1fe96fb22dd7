#!/usr/bin/env python3
"""Writes consilium.spdx.json (SPDX 2.3) from the table below. `make.py`; run it after changing the table.

The table names the third-party packages that the program links or needs at run time, by Debian source package.
"""
import json
import pathlib

# Debian source package, name, licence, where from, how it is used
PARTS = [
    ("qt6-base", "Qt 6 (Core, Gui, Widgets, Network, Concurrent)", "LGPL-3.0-only", "https://www.qt.io", "dynamic"),
    ("qt6-svg", "Qt 6 SVG", "LGPL-3.0-only", "https://www.qt.io", "dynamic"),
    ("qt6-webengine", "Qt 6 PDF (holds PDFium, BSD-3-Clause)", "LGPL-3.0-only", "https://www.qt.io", "dynamic"),
    ("qtkeychain", "QtKeychain", "BSD-3-Clause", "https://github.com/frankosterfeld/qtkeychain", "dynamic"),
    ("openjpeg2", "OpenJPEG", "BSD-2-Clause", "https://www.openjpeg.org", "dynamic"),
    ("openjph", "OpenJPH", "BSD-2-Clause", "https://openjph.org", "dynamic"),
    ("libjpeg-turbo", "libjpeg-turbo", "BSD-3-Clause AND IJG AND Zlib", "https://libjpeg-turbo.org", "dynamic"),
    ("dcmtk", "DCMTK (data sets and JPEG library)", "BSD-3-Clause", "https://dicom.offis.de", "dynamic"),
    ("insighttoolkit5", "ITK (registration; its copies of VNL, Eigen and double-conversion)", "Apache-2.0", "https://itk.org", "dynamic"),
    ("lcms2", "Little CMS", "MIT", "https://www.littlecms.com", "dynamic"),
    ("qpdf", "qpdf", "Apache-2.0", "https://qpdf.sourceforge.io", "dynamic"),
    ("charls", "CharLS", "BSD-3-Clause", "https://github.com/team-charls/charls", "dynamic"),
    ("curl", "libcurl", "curl", "https://curl.se", "dynamic"),
    ("sqlite3", "SQLite", "blessing", "https://sqlite.org", "dynamic"),
    ("openssl", "OpenSSL", "Apache-2.0", "https://www.openssl.org", "dynamic"),
    ("zlib", "zlib", "Zlib", "https://zlib.net", "dynamic"),
    ("xxhash", "xxHash", "BSD-2-Clause", "https://xxhash.com", "dynamic"),
    ("highway", "Highway", "Apache-2.0", "https://github.com/google/highway", "dynamic"),
    ("icu", "ICU", "Unicode-DFS-2016", "https://icu.unicode.org", "dynamic"),
    ("tl-expected", "tl::expected", "CC0-1.0", "https://tl.tartanllama.xyz", "header"),
    ("ffmpeg", "FFmpeg (the program, called for videos; not linked)", "GPL-2.0-or-later", "https://ffmpeg.org", "program"),
    ("fonts-inter", "Inter", "OFL-1.1", "https://rsms.me/inter", "font"),
    ("fonts-noto-cjk", "Noto Sans CJK", "OFL-1.1", "https://fonts.google.com/noto", "font"),
]


def main():
    packages = [{
        "SPDXID": "SPDXRef-consilium", "name": "consilium", "versionInfo": "0.1.0", "licenseDeclared": "Apache-2.0",
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
    }]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-consilium"}]
    for source, name, licence, home, how in PARTS:
        ref = f"SPDXRef-{source}"
        packages.append({"SPDXID": ref, "name": name, "licenseDeclared": licence, "homepage": home, "downloadLocation": "NOASSERTION",
                         "filesAnalyzed": False, "sourceInfo": f"Debian source package {source}"})
        if how == "program":  # started, never linked
            relations.append({"spdxElementId": ref, "relationshipType": "RUNTIME_DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-consilium"})
            continue
        kind = "DYNAMIC_LINK" if how == "dynamic" else "DEPENDS_ON"
        relations.append({"spdxElementId": "SPDXRef-consilium", "relationshipType": kind, "relatedSpdxElement": ref})
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "consilium",
        "documentNamespace": "https://consilium.invalid/spdx/consilium-0.1.0",
        "creationInfo": {"created": "2026-11-23T00:00:00Z", "creators": ["Organization: Consilium developers"]},
        "packages": packages, "relationships": relations,
    }
    out = pathlib.Path(__file__).with_name("consilium.spdx.json")
    out.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
