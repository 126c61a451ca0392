import Access
import Frame
import Kernel
import Testing

@testable import House

/// What the audit trail shows of its records.
struct AuditWordsTests {
    private let words = AuditWords(sekme, accounts: [AccountID(rawValue: 7): "Anna Bērziņa"])

    @Test(arguments: [
        ("/pupils/:pupil", "izglītojamā lapa", "page of a pupil"),
        ("/pupils/:pupil past", "izglītojamā lapa, arī senāki", "page of a pupil, older records too"),
        ("/pupils/:pupil/signals past", "riska pazīmes, arī senāki", "signs of risk of a pupil, older"),
        ("/pupils/:pupil/meetings past", "izglītojamā sanāksmes, arī", "meetings about a pupil, older"),
        ("/reports/attendance/over-limit", "atskaite „", "report “"),
        ("/reports/attendance/over-limit/csv", "atskaite „", "report “"),
        ("/numbers/attendance/over-limit", "skaitļa izcelsme, atskaite „", "how a number was made, report “"),
        ("/institutions", "lapa „Iestādes”", "page “Institutions”"),
        (
            "account 7 role head grant 3", "Anna Bērziņa: Iestādes vadītājs",
            "Anna Bērziņa: Head of an institution"
        ),
        ("account 8", "konts Nr. 8", "account no. 8"),
        ("account 7 staff 17", "Anna Bērziņa: sasaiste ar darbinieku reģistru", "Anna Bērziņa: link with"),
        ("batch 12", "imports Nr. 12", "import no. 12"),
        ("staff staff 51", "tabula „", "table “"),
        ("export 4 attendance/over-limit 2025/2026 staff 2", "lūgums Nr. 4", "request no. 4"),
        (
            "export 4 attendance/over-limit 2025/2026 term=1 subject=900 staff 2",
            "2025/2026, semestris: 1, mācību priekšmets: Nr. 900, 2\u{a0}darbinieki, lūgums Nr. 4",
            "2025/2026, term: 1, subject: no. 900, 2\u{a0}members of staff, request no. 4"
        ),
        (
            "attendance/chronic 2025/2026 institutions=2,3 years=2024/2025",
            "2025/2026, salīdzināt ar iestādēm: Nr. 2, 3, salīdzināt ar gadiem: 2024/2025",
            "2025/2026, compare with institutions: no. 2, 3, compare with years: 2024/2025"
        ),
        ("pupils 2025/2026 export 4", "2025/2026, lūgums Nr. 4", "2025/2026, request no. 4"),
        ("subject 3: name “a” → “b”", "Mācību priekšmeti 3: name “a” → “b”", "Subjects 3: name “a” → “b”"),
        ("/teachers/:teacher staff 12", "pedagoga lapa, 1", "page of a teacher, 1"),
        ("/reports/attendance/over-limit staff 4,5", "2\u{a0}darbinieki", "2\u{a0}members of staff"),
        ("/privacy/requests/:request/file staff 3", "fails ar personas datiem, 1", "a person's data, 1"),
        ("batch 12 os:anna", "imports Nr. 12, sistēmas lietotājs anna", "import no. 12, system user anna"),
        ("rejected-lines 12 rows 3", "imports Nr. 12, 3\u{a0}faila rindas", "import no. 12, 3\u{a0}lines"),
        ("export 4 rejected-lines 12 rows 51", "12, 51\u{a0}faila rinda, lūgums Nr. 4", "request no. 4"),
        (
            "export 4 rejected-lines files=0f1e2d3c4b5a6978 rows 51",
            "failu kontrolsumma 0f1e2d3c4b5a6978, 51\u{a0}faila rinda, lūgums Nr. 4",
            "fingerprint of the files 0f1e2d3c4b5a6978, 51\u{a0}lines"
        ),
        ("/imports/columns rows 5", "pirmās rindas, 5\u{a0}faila rindas", "to import, 5\u{a0}lines"),
        ("/imports/plans/:import rows 1", "izmaiņas, 1\u{a0}faila rinda", "an import, 1\u{a0}line"),
        (
            "meeting 5 note 3 undone", "sanāksme Nr. 5, izņemta piezīme Nr. 3",
            "meeting no. 5, note no. 3 taken back"
        ),
        ("pupil-merge 3", "izglītojamo apvienošana Nr. 3", "joining of pupils no. 3"),
        ("pupil-part 3", "atdalīšana, apvienošana Nr. 3", "parting of pupils, joining no. 3"),
        ("pupil-pair two", "iespējams dublikāts", "a possible duplicate"),
        ("retention", "glabāšanas beigas", "the end of keeping"),
        ("retention accounts 7,9", "beigas: 2\u{a0}lietotāju konti", "keeping: 2\u{a0}accounts"),
        ("retention staff 4", "beigas: 1\u{a0}darbinieks", "keeping: 1\u{a0}member of staff"),
        ("retention minutes 1,2", "beigas: 2\u{a0}sanāksmju protokoli", "keeping: 2\u{a0}meetings with"),
        ("retention cases 3", "beigas: 1\u{a0}atbalsta gadījums", "keeping: 1\u{a0}case of support"),
        ("retention requests 5", "beigas: 1\u{a0}personas pieprasījums", "keeping: 1\u{a0}request of"),
        ("signal 6444", "riska pazīme Nr. 6444", "sign of risk no. 6444"),
        ("consultation 8", "konsultācija Nr. 8", "consultation no. 8"),
        ("absence duty 5", "rīcība kavējumu gadījumā Nr. 5", "step over absence no. 5"),
        ("observation", "novērojums", "an observation"),
        ("prevention level", "prevencijas līmenis", "level of prevention"),
        ("referral 4", "nosūtījums Nr. 4", "referral no. 4"),
        ("referral 4 given", "nosūtījums Nr. 4, izsniegts", "referral no. 4, given out"),
        ("case 3 plan 2", "gadījums Nr. 3, plāns Nr. 2", "no. 3, plan no. 2"),
        ("/dates", "lapa „Mani termiņi”", "page “My dates”"),
        ("/late", "kas kavējas", "what is late"),
        ("/pupils/:pupil/absence-duty", "izglītojamā kavējumu dēļ", "over a pupil's absence"),
        ("/privacy/requests/:request", "personas pieprasījums", "request of a person"),
        ("case 3 given", "gadījums Nr. 3, izsniegts personai", "no. 3, given out to the person"),
        ("something else", "something else", "something else"),
    ])
    func `records are told in words`(what: String, lv: String, en: String) {
        let told = words.words(what)
        #expect(told.lv.contains(lv), "\(told.lv)")
        #expect(told.en.contains(en), "\(told.en)")
    }

    @Test func `staff of an export are counted in the language's forms`() {
        #expect(words.words("staff staff 51").lv.hasSuffix(", 51\u{a0}darbinieks"))
        #expect(words.words("staff staff 2").en.hasSuffix(", 2\u{a0}members of staff"))
    }

    @Test func `every address that has words is one of a page`() {
        let paths = Set(sekme.allPages.map(\.path))
        for path in AuditWords.pages.keys { #expect(paths.contains(path), "\(path)") }
    }
}
