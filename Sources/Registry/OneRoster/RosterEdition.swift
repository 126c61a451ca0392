package import Kernel

/// The edition of OneRoster that a set is written by; both are read.
package enum RosterEdition: String, Sendable, CaseIterable {
    /// 1.1: the one role of a user stands in `users.csv`.
    case first = "1.1"
    /// 1.2: roles are a file of their own.
    case second = "1.2"

    /// The edition that is asked for; the present one where nothing is said.
    package init(asked text: String) throws(Refusal) {
        guard let edition = text.isEmpty ? RosterEdition.second : RosterEdition(rawValue: text) else {
            let known = RosterEdition.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(
                .usage,
                Text(lv: "OneRoster versijas „\(text)” nav.", en: "There is no OneRoster \(text)."),
                advice: Text(lv: "Var rakstīt šādas: \(known).", en: "These can be written: \(known).")
            )
        }
        self = edition
    }

    /// The files that the edition has and Sekme writes.
    var files: [RosterFile] { RosterFile.allCases.filter { self == .second || $0 != .roles } }

    /// The files that the edition has and Sekme does not write.
    var absent: [String] {
        self == .second ? RosterFile.unusedNames : ["classResources", "courseResources", "resources"]
    }

    /// Headings that a file of the other edition has and one of this does not.
    func lacking(_ file: RosterFile) -> Set<String> {
        switch (self, file) {
        case (.first, .users):
            [
                "userMasterIdentifier", "preferredGivenName", "preferredMiddleName", "preferredFamilyName",
                "primaryOrgSourcedId", "pronouns",
            ]
        case (.first, .categories): ["weight"]
        case (.first, .lineItems): ["academicSessionSourcedId", "schoolSourcedId"]
        case (.first, .results):
            ["textScore", "classSourcedId", "inProgress", "incomplete", "late", "missing"]
        case (.second, .users): Set(["orgSourcedIds", "role"] + RosterEdition.ownOfUsers)
        default: []
        }
    }

    /// What Sekme adds to a user of 1.1, who has one post at most.
    static let ownOfUsers = [
        "metadata.sekmeRole", "metadata.sekmeFrom", "metadata.sekmeTo", "metadata.sekmeLoad",
        "metadata.sekmeLessons",
    ]

    /// The role of 1.1 that is nearest to one of 1.2.
    static func firstRole(_ role: String) -> String {
        ["student", "teacher", "aide"].contains(role) ? role : "administrator"
    }
}
