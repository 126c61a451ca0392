extension SpoiledFile {
    /// The good list in code pages that hardly any program writes any more, and that lie in archives.
    static let codePages: [SpoiledFile] = [
        SpoiledFile(name: "Mac Central European", bytes: page(text, mac), rows: good),
        SpoiledFile(
            name: "Mac Central European with CR alone and tabs",
            bytes: page(text.replacing(";", with: "\t").replacing("\n", with: "\r"), mac),
            rows: good
        ),
        SpoiledFile(name: "DOS 775", bytes: page(text.replacing("\n", with: "\r\n"), dos), rows: good),
        SpoiledFile(name: "ISO-8859-4", bytes: page(text, iso), rows: good),
    ]

    private static func page(_ text: String, _ bytes: [UInt8]) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            guard let place = letters22.firstIndex(of: scalar) else { return UInt8(scalar.value & 0x7f) }
            return bytes[place]
        }
    }

    private static let letters22 = Array("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ".unicodeScalars)
    private static let mac: [UInt8] = [
        0x82, 0x8b, 0x95, 0xae, 0xb4, 0xfa, 0xba, 0xc0, 0xe4, 0xf0, 0xec, 0x81, 0x89, 0x94, 0xfe, 0xb1, 0xb5,
        0xb9, 0xbf, 0xe1, 0xed, 0xeb,
    ]
    private static let dos: [UInt8] = [
        0x83, 0xd1, 0x89, 0x85, 0x8c, 0xe9, 0xeb, 0xec, 0xd5, 0xd7, 0xd8, 0xa0, 0xb6, 0xed, 0x95, 0xa1, 0xe8,
        0xea, 0xee, 0xbe, 0xc7, 0xcf,
    ]
    private static let iso: [UInt8] = [
        0xe0, 0xe8, 0xba, 0xbb, 0xef, 0xf3, 0xb6, 0xf1, 0xb9, 0xfe, 0xbe, 0xc0, 0xc8, 0xaa, 0xab, 0xcf, 0xd3,
        0xa6, 0xd1, 0xa9, 0xde, 0xae,
    ]
}
