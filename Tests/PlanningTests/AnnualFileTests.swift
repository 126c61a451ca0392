import Foundation
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning
@testable import Tabular

/// Annual reports as files, made by the real programs.
struct AnnualFileTests {
    private func file(
        _ kind: DocumentKind,
        _ engine: Engine,
        _ language: Language = .lv,
        _ body: (_ file: FileContent) throws -> Void
    ) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve, .freeze, .publish])
            let request = PageRequest(parts: ["report": String(id)], language: language)
            // A machine that is busy with other tests may take its time.
            let page = AnnualFilePage(kind: kind, maker: DocumentMaker(limit: .seconds(600)))
            guard case .file(let file) = try await page.answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            try body(file)
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `the PDF is tagged, says its language, and holds the texts and the figures`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await file(.pdf, engine, language) { file in
            #expect(file.name == "MP-2024-\(language.rawValue).pdf" && file.type == "application/pdf")
            let raw = String(decoding: file.bytes, as: Unicode.ASCII.self)
            #expect(raw.hasPrefix("%PDF-1.7"))
            for mark in [
                "/StructTreeRoot", "/MarkInfo", "/Lang (\(language.rawValue))", "/Table", "/TH", "/H1",
            ] {
                #expect(raw.contains(mark), "\(mark)")
            }
            let text = try words(file.bytes)
            for part in ["Vairāk lekciju & sarunu.", "Notika 5 lekcijas", "Lekcijas vecākiem"] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(text.contains(language == .lv ? "2024. gada pārskats" : "Annual report of 2024"))
            #expect(text.contains(language == .lv ? "1250,50" : "1,250.50"))
        }
    }

    @Test(arguments: Engine.available)
    func `the sum of a table over several pages stands once, below its last row`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            var text = ProgrammeText("MP")
            for number in 2...80 {
                text.add("budžeta rinda", String(number), ["name": "Rinda \(number)"])
                text.add("summa", of: String(number), ["year": "2024", "amount": "10"])
            }
            try await world.take(text.csv, "action-programmes")
            let id = try await world.finished(plan, [.review, .approve, .freeze, .publish])
            let page = AnnualFilePage(kind: .pdf, maker: DocumentMaker(limit: .seconds(600)))
            let request = PageRequest(parts: ["report": String(id)], language: .lv)
            guard case .file(let file) = try await page.answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            let words = try words(file.bytes)
            #expect(words.split(separator: " ").count { $0 == "Kopā" } == 1)
            #expect(words.contains("Rinda 80"))
        }
    }

    @Test(arguments: Engine.available)
    func `the document of a word processor opens and holds the figures`(_ engine: Engine) async throws {
        try await file(.docx, engine) { file in
            let raw = try ZipArchive.with(.bytes(file.bytes), TabularLimits()) { archive in
                String(decoding: try archive.bytes("word/document.xml"), as: UTF8.self)
            }
            let text = raw.replacing(/<[^>]+>/, with: "")
            for part in ["2024. gada pārskats", "1250,50", "3 no 4", "Vairāk lekciju &amp; sarunu."] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(raw.contains("<w:tbl>") && raw.contains("Heading2") && !raw.contains("svg"))
        }
    }

    @Test(arguments: Engine.available)
    func `where programs are missing the page says which packages bring them`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve])
            let none = DocumentMaker(folders: ["/nowhere"])
            let page = try await world.get(AnnualPage(maker: none), ["report": id]).body.string
            #expect(page.contains("PDF – weasyprint, DOCX – pandoc") && !page.contains("/\(id)/pdf"))
            let whole = try await world.get(AnnualPage(maker: DocumentMaker()), ["report": id]).body.string
            #expect(!whole.contains("weasyprint") && whole.contains("/planning/annual/\(id)/pdf"))
            await #expect(throws: Refusal.self) {
                _ = try await AnnualFilePage(kind: .docx, maker: none)
                    .answer(PageRequest(parts: ["report": String(id)]), world.desk)
            }
        }
    }

    /// What a reader of the PDF sees, without line breaks.
    private func words(_ bytes: [UInt8]) throws -> String {
        try PDFText.words(bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
