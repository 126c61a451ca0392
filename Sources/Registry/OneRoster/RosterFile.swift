/// The files of a set of OneRoster that Sekme reads, in the order in which one refers to the other.
package enum RosterFile: String, CaseIterable, Sendable {
    case manifest, orgs, academicSessions, courses, classes, roles, users, demographics, enrollments
    case categories, lineItems, results

    /// The file of a name, whatever its folder and case.
    package init?(name: String) {
        let name = name.lowercased()
        guard let file = RosterFile.allCases.first(where: { name == "\($0.rawValue.lowercased()).csv" })
        else {
            return nil
        }
        self = file
    }

    /// Files of OneRoster for which Sekme has no place; they are told and passed over.
    package static let unusedNames = [
        "userProfiles", "userResources", "resources", "classResources", "courseResources", "scoreScales",
        "lineItemScoreScales", "lineItemLearningObjectiveIds", "resultScoreScales",
        "resultLearningObjectiveIds",
    ]
    /// The names of their files in small letters.
    package static let unused = Set(unusedNames.map { "\($0.lowercased()).csv" })

    /// Where it stands among the others; what is not read comes last.
    package static func rank(_ name: String) -> Int {
        RosterFile(name: name).flatMap { allCases.firstIndex(of: $0) } ?? allCases.count
    }

    /// Headings without which the file cannot be read.
    package var required: [String] {
        switch self {
        case .manifest: ["propertyName", "value"]
        case .orgs: ["sourcedId", "name", "type"]
        case .academicSessions: ["sourcedId", "title", "type", "startDate", "endDate"]
        case .courses: ["sourcedId", "title"]
        case .classes: ["sourcedId", "title", "schoolSourcedId"]
        case .roles: ["sourcedId", "userSourcedId", "role", "orgSourcedId"]
        case .users: ["sourcedId", "givenName", "familyName"]
        case .demographics: ["sourcedId"]
        case .enrollments: ["sourcedId", "classSourcedId", "userSourcedId", "role"]
        case .categories: ["sourcedId", "title"]
        case .lineItems: ["sourcedId", "title", "classSourcedId"]
        case .results: ["sourcedId", "lineItemSourcedId", "studentSourcedId"]
        }
    }
}
