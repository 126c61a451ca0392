import Kernel
import Testing

@testable import Tabular

struct EncodingTests {
    private let latvian = "Vārds;Uzvārds;Skola\nĒriks;Bērziņš;Ķekavas vidusskola\nŽanna;Ģērmane;Čiekurkalna\n"

    @Test func `one-byte tables are those of the standards`() throws {
        let berzins: [UInt8] = [0x42, 0xE7, 0x72, 0x7A, 0x69, 0xF2, 0xF0]
        #expect(try encoded("Bērziņš", .windows1257) == berzins)
        #expect(try encoded("Bērziņš", .iso8859_13) == berzins)
        #expect(try encoded("é€", .windows1252) == [0xE9, 0x80])
        #expect(try encoded("„a”", .iso8859_13) == [0xA5, 0x61, 0xA1])
    }

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1257])
    func `Latvian text reads the same from every encoding`(_ encoding: TextEncoding) throws {
        let bytes: [UInt8] =
            switch encoding {
            case .utf8: Array(latvian.utf8)
            case .utf16LittleEndian: wide("\u{feff}" + latvian, littleEndian: true)
            case .utf16BigEndian: wide("\u{feff}" + latvian, littleEndian: false)
            default: try encoded(latvian, .windows1257)
            }
        let table = try TableFile(bytes: bytes, name: "skola.csv")
        #expect(table.encoding == encoding)
        #expect(table.separator == .semicolon)
        #expect(try texts(table).last == ["Žanna", "Ģērmane", "Čiekurkalna"])
    }

    @Test(arguments: [true, false])
    func `UTF-16 without a mark shows by its zero bytes`(_ littleEndian: Bool) throws {
        let table = try TableFile(bytes: wide(latvian, littleEndian: littleEndian), name: "a.csv")
        #expect(table.encoding == (littleEndian ? .utf16LittleEndian : .utf16BigEndian))
        #expect(try texts(table).first == ["Vārds", "Uzvārds", "Skola"])
    }

    @Test func `the Baltic code pages are told apart by their quotes`() throws {
        let quoted = latvian + "SIA „Skola”;;\n"
        let windows = try TableFile(bytes: try encoded(quoted, .windows1257), name: "a.csv")
        let iso = try TableFile(bytes: try encoded(quoted, .iso8859_13), name: "a.csv")
        #expect(windows.encoding == .windows1257)
        #expect(iso.encoding == .iso8859_13)
        #expect(try texts(windows) == texts(iso))
    }

    @Test func `the tables of code pages that are hardly used any more are those of the standards`() throws {
        #expect(try encoded("Bērziņš", .macCentralEurope) == [0x42, 0x95, 0x72, 0x7A, 0x69, 0xC0, 0xE4])
        #expect(try encoded("Bērziņš", .iso8859_4) == [0x42, 0xBA, 0x72, 0x7A, 0x69, 0xF1, 0xB9])
        #expect(try encoded("Bērziņš", .dos775) == [0x42, 0x89, 0x72, 0x7A, 0x69, 0xEC, 0xD5])
        for encoding in [TextEncoding.macCentralEurope, .iso8859_4, .dos775] {
            #expect(encoding.upperHalf?.count == 128)
        }
    }

    @Test(arguments: [TextEncoding.macCentralEurope, .iso8859_4, .dos775])
    func `old code pages show by the Latvian letters that their bytes make`(_ encoding: TextEncoding) throws {
        let table = try TableFile(bytes: try encoded(latvian, encoding), name: "a.csv")
        #expect(table.encoding == encoding)
        #expect(try texts(table).last == ["Žanna", "Ģērmane", "Čiekurkalna"])
    }

    @Test func `one letter that two code pages have is Baltic`() throws {
        let table = try TableFile(bytes: try encoded("Uldis;K\u{13c}ava\n", .windows1257), name: "a.csv")
        #expect(table.encoding == .windows1257)
    }

    @Test func `an encoding is found by its name`() {
        #expect(TextEncoding(named: "WINDOWS-1257") == .windows1257)
        #expect(TextEncoding(named: "macCentralEurope") == .macCentralEurope)
        #expect(TextEncoding(named: "EBCDIC") == nil)
    }

    @Test func `West European text is told by its letters`() throws {
        let text = "Prénom;Élève;Año\nJosé;à l'école;español\nAndré;élève;años\n"
        let table = try TableFile(bytes: try encoded(text, .windows1252), name: "a.csv")
        #expect(table.encoding == .windows1252)
        #expect(try texts(table)[1] == ["José", "à l'école", "español"])
    }

    @Test func `the guess looks at the whole file`() throws {
        let text = String(repeating: "Anna;7\n", count: 200_000) + "Ēriks;8\n"
        let table = try TableFile(bytes: try encoded(text, .windows1257), name: "a.csv")
        #expect(table.encoding == .windows1257)
    }

    @Test func `letters across the blocks of the guess are whole`() throws {
        for shift in 0..<3 {
            let text = String(repeating: "a", count: shift) + String(repeating: "ā€", count: 450_000)
            #expect(try EncodingGuess.guess(.bytes(Array(text.utf8))) == .utf8)
        }
    }

    @Test func `a foreign line in a UTF-8 file stops reading there and spoils nothing`() throws {
        let bytes = Array(latvian.utf8) + (try encoded("Jānis;Kļaviņš;Rīga\n", .windows1257))
        let table = try TableFile(bytes: bytes, name: "jaukts.csv")
        #expect(table.encoding == .utf8)
        var lines: [Int] = []
        let found = fault {
            try table.rows { row in
                lines.append(row.line)
                return true
            }
        }
        #expect(found?.code == .mixedEncodings)
        #expect(found?.line == 4)
        #expect(lines == [1, 2, 3])
    }

    /// The fault that reading a file to its end comes to.
    private func foreign(_ table: TableFile) -> TabularFault? {
        do {
            try table.rows { _ in true }
            return nil
        } catch {
            return error as? TabularFault
        }
    }

    @Test func `all foreign lines are told at once, the first ten by their numbers`() throws {
        let (good, bad) = (Array("Jānis;Rīga\r\n".utf8), try encoded("Ēriks;8\r\n", .windows1257))
        var bytes: [UInt8] = []
        for line in 1...27 { bytes += line.isMultiple(of: 2) ? bad : good }
        let fault = try #require(foreign(try TableFile(bytes: bytes, name: "jaukts.csv")))
        #expect(fault.code == .mixedEncodings && fault.line == 2)
        #expect(fault.foreign?.first == [2, 4, 6, 8, 10, 12, 14, 16, 18, 20])
        #expect(fault.foreign?.count == 13)
        let message = fault.problem.message
        #expect(
            message.lv
                == "Citā kodējumā nekā pārējais fails ir 13\u{a0}rindas: 2., 4., 6., 8., 10., 12., 14., 16., 18., 20. un vēl 3."
        )
        #expect(
            message.en
                == "13\u{a0}lines are in another encoding than the rest of the file: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20 and 3 more."
        )
    }

    @Test func `foreign lines are counted to the end of a file of many blocks`() throws {
        let good = Array("ā;1\r\n".utf8)
        let bad: [UInt8] = [0xE7]
        var bytes: [UInt8] = []
        for _ in 0..<3 { bytes += good }
        bytes += bad
        bytes += Array(";x\r\n".utf8)
        for _ in 0..<300_000 { bytes += good }
        let fault = try #require(foreign(try TableFile(bytes: bytes + bad, name: "garš.csv")))
        #expect(fault.foreign?.first == [4, 300_005])
        #expect(fault.problem.message.lv.hasSuffix("2\u{a0}rindas: 4., 300005."))
        #expect(fault.problem.message.en.hasSuffix("file: 4, 300005."))
    }

    @Test func `of an encoding that somebody chose every line that it does not know is told`() throws {
        var table = try file("a;b\nč;d\nx;y\nz;č\n")
        table.encoding = .windows1252
        #expect(foreign(table)?.foreign?.first == [2, 4])
        table = try file("a;b\nč;d\nx;y\n")
        table.encoding = .windows1252
        let single = foreign(table)
        #expect(single?.foreign?.count == 1)
        #expect(single?.problem.message.en == "This line is in another encoding than the rest of the file.")
    }

    @Test func `a person's choice of encoding and separator goes before the guess`() throws {
        var table = try file("a;b\né;d\n")
        table.encoding = .windows1252
        table.separator = .comma
        #expect(try texts(table) == [["a;b"], ["Ã©;d"]])
    }

    @Test func `a byte that the chosen encoding does not know is a fault with its line`() throws {
        var table = try file("a;b\nč;d\n")
        table.encoding = .windows1252
        let found = fault { _ = try texts(table) }
        #expect(found?.code == .mixedEncodings)
        #expect(found?.line == 2)
    }

    @Test func `a broken pair of surrogates is a fault with its line`() throws {
        var bytes = wide("\u{feff}a;b\nc;d\n", littleEndian: true)
        bytes += [0x3D, 0xD8] + wide(";x\n", littleEndian: true)
        let table = try TableFile(bytes: bytes, name: "a.csv")
        let found = fault { _ = try texts(table) }
        #expect(found?.code == .mixedEncodings)
        #expect(found?.line == 3)
    }

    @Test func `characters beyond the first plane come through UTF-16`() throws {
        let table = try TableFile(bytes: wide("\u{feff}a;😀\n", littleEndian: false), name: "a.csv")
        #expect(try texts(table) == [["a", "😀"]])
    }

    @Test func `letters typed with a separate mark are composed`() throws {
        let cells = try texts(try file("Be\u{304}rzin\u{327}s\u{30c},x\n"))
        #expect(cells.first?.first?.unicodeScalars.count == 7)
    }

    @Test func `overlong forms and surrogates are not UTF-8`() {
        for bytes: [UInt8] in [
            [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ] {
            bytes.withUnsafeBufferPointer { buffer in
                #expect(buffer.baseAddress.flatMap { UTF8Check.firstFlaw($0, 0, buffer.count) } == 0)
            }
        }
    }
}
