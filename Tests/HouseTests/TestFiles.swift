import Access
import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// Two schools with a few pupils, small enough to count by hand.
enum TestFiles {
    static let pupils = """
        institution,year,class,personal_code,external_code,surname,forename,from,to
        Ozolu skola,2024/2025,6.a,329999-00001,K1,Ozols,Jānis,2024-09-01,2025-08-31
        Liepu skola,2025/2026,7.a,329999-00001,K1,Ozols,Jānis,2025-09-01,
        Liepu skola,2025/2026,7.a,329999-00002,K2,Liepa,Anna,2025-09-01,
        """
    static let subjects =
        "subject,area\nMatemātika,Matemātikas mācību joma\nLatviešu valoda,Valodu mācību joma\n"
    static let marks = """
        Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums
        Ozolu skola;6.a;K1;Matemātika;gads;2024/2025;;;;6
        Liepu skola;7.a;K1;Matemātika;semestris;2025/2026;1;;;7
        Liepu skola;7.a;K1;Matemātika;semestris;2025/2026;2;;;3
        Liepu skola;7.a;K1;Matemātika;gads;2025/2026;;;;5
        Liepu skola;7.a;K1;Latviešu valoda;gads;2025/2026;;;;8
        Liepu skola;7.a;K1;Latviešu valoda;semestris;2025/2026;1;;;nv
        Liepu skola;7.a;K2;Matemātika;gads;2025/2026;;;;10
        """
    static let absences = """
        institution,class,pupil_code,date,subject,code,lessons
        Liepu skola,7.a,K1,2025-10-13,Matemātika,ns,2
        Liepu skola,7.a,K1,2026-01-12,Matemātika,nn,3
        Liepu skola,7.a,K1,2026-01-13,Matemātika,nc,1
        Liepu skola,7.a,K2,2026-01-13,Matemātika,nn,4
        """
    static let behaviour = """
        Iestāde;Klase;Izglītojamā kods;Datums;Uzvedība;Ieraksta teksts;Autors
        Liepu skola;7.a;K1;12.01.2026.;Piezīme;Traucēja stundu.;
        """
}

extension TestWorld {
    /// The desk of somebody who may do everything.
    var desk: Desk {
        world.desk(tenant, .test(Set(world.house.permissions), account: 0))
    }

    /// Imports a text as a file of a format.
    func take(_ text: String, _ format: String) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let staged = try await Importer(desk).stage(ImportRequest(files: [path], format: format))
        #expect(staged.plan.rejected + staged.plan.unmatched == 0, "\(format)")
        _ = try await Importer(desk).apply(staged, acceptRemovals: true)
    }

    /// Imports all files of ``TestFiles``.
    func fill() async throws {
        try await take(TestFiles.pupils, "pupils")
        try await take(TestFiles.subjects, "subjects")
        try await take(TestFiles.marks, "marks")
        try await take(TestFiles.absences, "absences")
        try await take(TestFiles.behaviour, "behaviour")
    }
}
