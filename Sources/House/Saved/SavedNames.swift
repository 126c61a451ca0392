import Frame
import Kernel
import Pages
import Storage

/// The name that people give to a saved thing, in Latvian, and in English for those who read that.
struct SavedName: Hashable, Sendable {
    var lv = ""
    var en = ""

    /// The words; who gave no English name is read in Latvian.
    var text: Text { Text(lv: lv, en: en.isEmpty ? lv : en) }
}

/// What a form asks of a name: in one language of what is one's own, in both of what others may see.
struct NameForm: Sendable {
    var name = SavedName()
    var error: Text?
    var englishError: Text?

    var isGood: Bool { error == nil && englishError == nil }

    init(_ name: SavedName = SavedName()) {
        self.name = name
    }

    /// The name that was typed, or what is wrong with it.
    init(_ request: PageRequest) {
        let (lv, error) = GivenName.check(request.field("name"))
        let (en, englishError) = GivenName.check(request.field("name_en"))
        name = SavedName(lv: lv, en: en)
        self.error = error
        // Without an English name the Latvian one stands for both.
        self.englishError = en.isEmpty ? nil : englishError
    }

    /// The fields; the English one where there is anybody to share with.
    func fields(_ hint: Text?, isShareable: Bool, _ language: Language) -> [Form.Part] {
        let own = Field(
            "name",
            Text(lv: "Nosaukums", en: "Name")[language],
            .text(value: name.lv),
            hint: hint?[language],
            error: error?[language]
        )
        guard isShareable || !name.en.isEmpty else { return [.field(own)] }
        let english = Field(
            "name_en",
            Text(lv: "Nosaukums angliski", en: "Name in English")[language],
            .text(value: name.en),
            hint: Text(
                lv: "Ja to kopīgojat: ko redz tie, kuri Sekmi lasa angliski.",
                en: "If you share it: what those see who read Sekme in English."
            )[language],
            error: englishError?[language],
            isOptional: true
        )
        return [.field(own), .field(english)]
    }
}

extension Migration {
    /// Names in both languages, and removed things that can be put back.
    static let savedNames = Migration(
        id: "2027-01-saved-names",
        tables: [],
        sql: """
            ALTER TABLE saved_view ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
            ALTER TABLE saved_view ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE report_set ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
            ALTER TABLE report_set ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE report_set_item ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
            ALTER TABLE subscription ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;
            """
    )
}
