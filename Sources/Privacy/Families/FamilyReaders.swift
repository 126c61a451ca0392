internal import Access
internal import Frame
internal import Kernel

extension FamilyWords {
    /// Who sees named pupils and which of them, made from the rights that decide.
    var readers: [String] {
        let places: [(level: ScopeLevel, words: Text)] = [
            (.classGroup, Text(lv: "savas klases bērnus", en: "children of their class")),
            (.institution, Text(lv: "savas iestādes bērnus", en: "children of their institution")),
            (.tenant, Text(lv: "pašvaldības bērnus", en: "children of the municipality")),
            (.pupil, Text(lv: "vienu bērnu, uz laiku", en: "one child, for a time")),
        ]
        let known = places.compactMap { place in
            line(
                Role.all.filter { role in
                    role.levels.contains(place.level) && role.breadths(.readPupils).contains(.granted)
                },
                place.words
            )
        }
        let invited = line(
            Role.all.filter {
                $0.breadths(.joinCases).contains(.granted) && $0.breadths(.readPupils).isEmpty
            },
            Text(
                lv: "tikai atbalsta gadījumus, kuros uzaicināti",
                en: "only cases of support that they are invited to"
            )
        )
        let asked = line(
            Role.all.filter { $0.breadths(.handlePrivacy).contains(.granted) },
            Text(lv: "tikai, lai Jums atbildētu", en: "only to answer you")
        )
        return known + [invited, asked].compactMap { $0 }
    }

    /// The roles and what they see, as a line of a list; nil where no role does.
    private func line(_ roles: [Role], _ what: Text) -> String? {
        guard !roles.isEmpty else { return nil }
        return "\(FamilyWords.listed(roles.map { $0.words[language] })) – \(what[language])"
    }
}
