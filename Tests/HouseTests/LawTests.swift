import Foundation
import Frame
import Kernel
import Registry
import Storage
import Testing

@testable import House

/// What holds for every room, whatever it does.
struct LawTests {
    @Test func `names are given once`() {
        let reports = sekme.rooms.flatMap { room in room.reports.map { "\(room.name)/\($0.name)" } }
        let measures = sekme.rooms.flatMap { room in room.measures.map(\.name) }
        let formats = sekme.formats.map { $0.name }
        let mappings = sekme.rooms.flatMap { room in room.mappings.map(\.name) }
        for names in [sekme.rooms.map(\.name), reports, measures, formats, mappings] {
            #expect(names.count == Set(names).count, "\(names)")
        }
    }

    @Test func `a measure is named after its room`() {
        for room in sekme.rooms where room.name != "evidence" {
            for measure in room.measures {
                #expect(measure.name.hasPrefix("\(room.name)/") || measure.name.hasPrefix("prevention/"))
            }
        }
    }

    @Test func `every rule that a measure names is in force`() {
        let day = Day(number: 20_600)
        for measure in sekme.rooms.flatMap({ $0.measures }) {
            for rule in measure.rules {
                #expect(Regulations.shipped.named(rule, on: day) != nil, "\(measure.name): \(rule)")
            }
        }
    }

    @Test func `every page's permission is one of the house's`() {
        let known = Set(sekme.permissions)
        for page in sekme.allPages { #expect(known.contains(page.permission), "\(page.path)") }
    }

    @Test func `no two pages have one address`() {
        let addresses = sekme.allPages.map { page in
            let parts = page.path.split(separator: "/").map { $0.hasPrefix(":") ? ":" : String($0) }
            return "\(page.method.rawValue) /\(parts.joined(separator: "/"))"
        }
        #expect(addresses.count == Set(addresses).count)
    }

    @Test(arguments: Language.allCases)
    func `every report stands in the guide with its title and a picture`(_ language: Language) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/guide")
        let chapter = try String(
            contentsOf: root.appendingPathComponent("reports.\(language.rawValue).md"),
            encoding: .utf8
        )
        let pictures = language == .lv ? "pictures/reports" : "pictures/en/reports"
        var missing: [String] = []
        for room in sekme.rooms {
            for report in room.reports {
                let picture = "\(pictures)/\(room.name)-\(report.name).png"
                let title = report.title[language]
                #expect(chapter.contains("### \(title)\n\n`\(room.name)/\(report.name)`\n"), "\(title)")
                #expect(chapter.contains("![\(title)](\(picture))"), "\(picture)")
                let file = root.appendingPathComponent(picture).path
                if !FileManager.default.fileExists(atPath: file) { missing.append(picture) }
            }
        }
        #expect(missing == [], "run: scripts/browser --pictures docs/guide/pictures")
    }

    @Test func `every picture and chapter that the guide names is there`() throws {
        let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/guide")
        let chapters = try FileManager.default.contentsOfDirectory(atPath: guide.path)
            .filter { $0.hasSuffix(".md") }.sorted()
        #expect(chapters.count >= 6)
        for chapter in chapters {
            let text = try String(contentsOf: guide.appendingPathComponent(chapter), encoding: .utf8)
            for match in text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
                let file = guide.appendingPathComponent(String(match.1)).path
                #expect(FileManager.default.fileExists(atPath: file), "\(chapter): \(match.1)")
            }
        }
    }

    @Test
    func `only pages before the sign-in, calendars behind their secret and opened annual reports are open`() {
        let open = sekme.allPages.filter { page in
            if case .open = page.scope { true } else { false }
        }
        let expected = [
            "/sign-in", "/sign-out", "/language", "/welcome/", "/view-as/stop", "/dates/calendar/:secret",
            "/public/annual",
        ]
        for page in open { #expect(expected.contains { page.path.hasPrefix($0) }, "\(page.path)") }
    }

    @Test func `the key of every table of a tenant begins with the tenant`() {
        for room in sekme.rooms {
            for note in room.migrations.flatMap(\.tables) where note.holds != .system {
                #expect(note.key.first == "tenant_id", "\(note.name)")
            }
        }
    }

    @Test func `the migrations of a room and its wings stand in the order of their months`() {
        for room in sekme.rooms {
            let months = room.migrations.map { String($0.id.prefix(7)) }
            #expect(months == months.sorted(), "\(room.name)")
        }
    }

    @Test func `every cube is a table with the key that it says`() {
        let notes = sekme.rooms.flatMap { $0.migrations.flatMap(\.tables) }
        for cube in sekme.facts.flatMap({ $0.cells.flatMap { [$0.cube] + $0.cube.rollups } }) {
            let note = notes.last { $0.name == cube.name.text }
            let key = ["tenant_id"] + cube.dimensions.map(\.column.text)
            #expect(Set(note?.key ?? []) == Set(key), "\(cube.name.text)")
        }
    }

    @Test func `a rollup has some of its cube's dimensions and all of its values`() {
        for cube in sekme.facts.flatMap({ $0.cells.map(\.cube) }) {
            for coarse in cube.rollups {
                #expect(
                    Set(coarse.dimensions).isStrictSubset(of: Set(cube.dimensions)),
                    "\(coarse.name.text)"
                )
                #expect(coarse.values == cube.values, "\(coarse.name.text)")
            }
        }
    }

    @Test func `every mapping is of a format that there is`() {
        let formats = Set(sekme.formats.map { $0.name })
        for mapping in sekme.rooms.flatMap({ $0.mappings }) {
            #expect(formats.contains(mapping.format), "\(mapping.name)")
        }
    }

    @Test(arguments: Language.allCases)
    func `the list of formats in the documents is the present one`(language: Language) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("docs/formats.\(language.rawValue).md")
        let written = try String(contentsOf: path, encoding: .utf8)
        let name = "docs/formats.\(language.rawValue).md"
        #expect(
            written == FormatBook(sekme, language).markdown,
            "run: sekme import formats --markdown --lang \(language.rawValue) > \(name)"
        )
    }

    @Test func `the list of tables in the documents is the present one`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("docs/data-model.md")
        let written = try String(contentsOf: path, encoding: .utf8)
        #expect(written == DataModel.markdown(sekme), "run: sekme db tables > docs/data-model.md")
    }
}
