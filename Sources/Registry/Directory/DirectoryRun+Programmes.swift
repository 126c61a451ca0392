package import Frame
import Kernel
import Storage

extension DirectoryRun {
    /// An education programme of an institution by its code and licence; without a licence the only one of that
    /// code.
    package func programme(
        institution: InstitutionID,
        code: String,
        licence: String = "",
        name: String = "",
        at place: SourcePlace
    ) throws -> ProgrammeID? {
        let key = Directory.ProgrammeKey(institution: institution, code: code, licence: licence)
        if let id = directory.programmes[key] { return id }
        if licence.isEmpty {
            let sameCode = directory.programmes.filter {
                $0.key.institution == institution && $0.key.code == code
            }
            if sameCode.count == 1, let only = sameCode.first { return only.value }
        }
        guard !code.isEmpty else {
            missing(Text(lv: "programmas kods", en: "programme code"), "programme", at: place)
            return nil
        }
        // A code alone says too little of a programme to add it.
        guard isMaster, !name.isEmpty else {
            unmatched(.programme, code, at: place)
            return nil
        }
        let id = ProgrammeID(rawValue: try run.staging.newID("programme"))
        try run.staging.register(
            .programmes,
            key: [id.rawValue],
            [
                ("institution_id", institution.sqlValue), ("code", .text(code)),
                ("licence_no", .text(licence)),
            ] + DirectoryRun.named(name),
            at: place
        )
        directory.programmes[key] = id
        directory.programmeKeys[id] = key
        return id
    }
}
