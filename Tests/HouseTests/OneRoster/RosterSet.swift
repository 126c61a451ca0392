import Exchange
import Foundation
import Frame
import Kernel
import Registry
import Storage
import Tabular

@testable import House

/// A small set of OneRoster files by their names, and a place to write them.
struct RosterSet {
    var files: [String: String]

    /// Version 1.1: one school, a class, a taught group, a teacher, two pupils, a guardian, one work with two marks.
    static let first = RosterSet(files: [
        "manifest.csv": """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        source.systemCode,skola
        file.orgs,bulk
        file.users,bulk
        file.demographics,absent
        """,
        "orgs.csv": """
        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
        d1,,,Parauga novads,district,,
        o1,,,Bērzu pamatskola,school,4212900001,d1
        """,
        "academicSessions.csv": """
        sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
        y,,,2025/2026,schoolYear,2025-09-01,2026-08-31,,2026
        t2,,,II,semester,2026-01-05,2026-05-29,y,2026
        t1,,,I,semester,2025-09-01,2025-12-19,y,2026
        """,
        "courses.csv": """
        sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId
        c1,,,y,Matemātika,MAT,05,o1
        """,
        "classes.csv": """
        sourcedId,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds
        k5,5.a,05,,,homeroom,,o1,y
        m5,5.a matemātika,05,c1,,scheduled,,o1,"t1,t2"
        """,
        "users.csv": """
        sourcedId,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,identifier,phone,extra
        {AB-1},true,o1,student,a,{LV_PK:329999-00001},Anna,Bērziņa,,,"divas
        rindas"
        p2,true,o1,student,b,{FED:7},Jānis,Kļava,,,
        s1,true,o1,teacher,c,,Ilze,Kalniņa,T-1,,
        g1,true,o1,guardian,d,,Zane,Bērziņa,,,
        """,
        "enrollments.csv": """
        sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
        e3,m5,o1,p2,student,false,,
        e1,k5,o1,ab-1,student,false,2025-09-01,2026-08-31
        e2,k5,o1,p2,student,false,2025-09-01,2026-02-13
        e4,m5,o1,AB-1,student,false,,
        e5,m5,o1,s1,teacher,true,,
        """,
        "categories.csv": """
        sourcedId,title
        cat,Pārbaudes darbs
        """,
        "lineItems.csv": """
        sourcedId,title,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax
        l1,Daļas,2025-10-01,2025-10-06,m5,cat,t1,1,10
        l2,Semestris,,,m5,,t1,1,10
        """,
        "results.csv": """
        sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate
        r1,l1,AB-1,fully graded,8.0,2025-10-06
        r2,l1,p2,not submitted,,2025-10-06
        r3,l2,AB-1,fully graded,7,
        """,
    ])

    /// Changes a file by a text in it.
    func with(_ file: String, _ old: String, _ new: String) -> RosterSet {
        var set = self
        set.files[file] = set.files[file]?.replacingOccurrences(of: old, with: new)
        return set
    }

    /// Writes the set into a folder of its own.
    func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data((text + "\r\n").utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        }
        return path
    }
}

extension TestWorld {
    /// Stages a set; the format is recognised by itself.
    func stage(_ set: RosterSet) async throws -> StagedImport {
        let path = try set.folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await Importer(desk).stage(ImportRequest(files: [path]))
    }

    /// Stages and applies a set.
    func take(_ set: RosterSet) async throws -> (StagedImport, BatchReport) {
        let path = try set.folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let staged = try await Importer(desk).stage(ImportRequest(files: [path]))
        return (staged, try await Importer(desk).apply(staged))
    }

    /// The problems of a staged import: code, file, line and column.
    func problems(_ staged: StagedImport) async throws -> [String] {
        try await Importer(desk).findings(staged.id).map { line in
            let place = line.problem.place
            return "\(line.problem.code) \(place?.file ?? ""):\(place?.line ?? 0):\(place?.column ?? "")"
        }
    }

    func texts(_ query: SQL) async throws -> [String] {
        try await world.database.data.read { try $0.rows(query, String.self) }
    }
}
