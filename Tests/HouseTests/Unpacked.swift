import NIOCore
import Testing

@testable import Tabular

/// What an answer says, whatever file it is: a workbook is unpacked, as its words are packed there.
enum Unpacked {
    static func text(_ body: ByteBuffer) throws -> String {
        let bytes = Array(body.readableBytesView)
        guard bytes.starts(with: Array("PK".utf8)) else { return String(decoding: bytes, as: UTF8.self) }
        return try ZipArchive.with(.bytes(bytes), TabularLimits()) { archive in
            try (0..<archive.count).map {
                String(decoding: try archive.bytes(try archive.name(of: $0)), as: UTF8.self)
            }
            .joined(separator: "\n")
        }
    }

    @Test static func `the words of a workbook are found`() throws {
        let writer = try TableFormat.xlsx.writer()
        try writer.begin(SheetLayout(name: "A", headings: ["B"]))
        try writer.row([.text("uzdevums-stirna")])
        #expect(try text(ByteBuffer(bytes: try writer.finish())).contains("uzdevums-stirna"))
    }
}
