import Kernel
import Registry

extension ExportWorld {
    /// A school that changed its name and municipality, one without a number that was closed, one for comparison;
    /// pupils who changed class, left and came back; a teacher with posts in two schools and one of unknown past.
    func fill() throws {
        try places()
        try take(
            ClassesTable.self,
            """
            reg_no,year,class,grade,programme
            4210000001,2025/2026,5.a,5,21011111 V_1001
            4210000001,2025/2026,5.b,5,21011111 V_1002
            4210000001,2025/2026,9.b,,23011111
            4210000001,2025/2026,īpašā,,
            """
        )
        try people()
        try take(
            StaffTable.self,
            """
            institution,personal_code,external_code,surname,forename,role,from,to,load,contact_lessons,year
            Bērzu pamatskola,329999-11111,S1,Kalniņa,Ilze,teacher,01.09.2024.,,"0,75",21,2025/2026
            Bērzu pamatskola,329999-11111,S1,Kalniņa,Ilze,classTeacher,,,,,2025/2026
            Ābeļu sākumskola,329999-11111,,Kalniņa,Ilze,teacher,01.10.2025.,31.05.2026.,"0,2",4,2025/2026
            Bērzu pamatskola,,,Egle,Ina,librarian,01.09.2023.,31.12.2025.,,,2025/2026
            Bērzu pamatskola,,,Vītols,Uldis,head,01.09.2019.,30.06.2025.,1,,2024/2025
            """
        )
        try take(
            SubjectsTable.self,
            """
            subject,subject_code,area
            Matemātika,MAT,Matemātikas
            Angļu valoda,,1
            """
        )
        try groups()
    }

    private func places() throws {
        let head = "reg_no;name;kind;type;founder;territory;aliases;reference;closed;from"
        try take(
            InstitutionsTable.self,
            """
            \(head)
            4210000001;Bērzu vidusskola;Vispārējā;Vidusskola;Novads;Bērzu novads;Bērzu vsk.;nē;;01.09.2019.
            4210000003;Rīgas Čiekuru skola;;Pamatskola;"Biedrība „Čiekurs”; SIA";Rīga;Bērzu skola;jā;;
            ;Ābeļu sākumskola;;Sākumskola;;;;;31.08.2024.;
            """
        )
        try take(
            InstitutionsTable.self,
            firstID: 100,
            """
            \(head)
            4210000001;Bērzu pamatskola;;Pamatskola;;Bērzu novads;"Bērzu psk.; Bērzu skola";nē;;15.01.2024.
            """
        )
        try take(
            ProgrammesTable.self,
            """
            institution,code,name,licence_no,licence_day,address,from,to
            Bērzu pamatskola,21011111,Pamatizglītības programma,V_1001,30.07.2020.,"Ābeļu iela 1, Bērzi",01.09.2020.,
            Bērzu pamatskola,21011111,Pamatizglītības programma,V_1002,,"Liepu iela 2",,31.08.2030.
            Bērzu pamatskola,23011111,Pamatizglītības 2. posms,,,,,
            """
        )
        try take(
            TermsTable.self,
            """
            year,term,from,to
            2025/2026,1,01.09.2025.,19.12.2025.
            2025/2026,2,05.01.2026.,29.05.2026.
            2024/2025,1,02.09.2024.,20.12.2024.
            """
        )
    }

    private func people() throws {
        let head = """
            year,class,personal_code,external_code,surname,forename,birth_day,sex,study_form,special,ukraine,reemigrant,\
            programme,from,to,reason_in,reason_out
            """
        let school = ["institution": "Bērzu pamatskola"]
        try take(
            PupilsTable.self,
            firstID: 50,
            """
            \(head)
            2024/2025,4.a,329999-00001,P1,Bērziņš,Jānis,,v,,,,,,,,,
            2024/2025,4.a,,P2,Liepa,Anna,,s,,,,,,,,,
            """,
            school
        )
        try take(
            PupilsTable.self,
            firstID: 100,
            """
            \(head)
            2025/2026,5.a,329999-00001,P1,Bērziņš,Jānis,14.03.2014.,v,,nē,nē,nē,21011111 V_1001,,,,
            2025/2026,5.b,329999-00001,P1,Bērziņš,Jānis,,,,,,,21011111 V_1002,12.01.2026.,,address,
            2025/2026,5.a,,P2,Liepa,Anna,,s,,,,jā,,,10.10.2025.,,abroad
            2025/2026,5.a,,P2,Liepa,Anna,,,,,,,,02.02.2026.,,,
            2025/2026,5.a,140314-21234,,Šmite,Čilda,,,,jā,,,,,,,
            2025/2026,9.b,,,Kalns,Kārlis,,,,,jā,,,,,,
            2025/2026,9.b,,P5,Ozols,Jānis,,v,,,,,,,,,
            2025/2026,9.b,,P6,Ozols,Jānis,,v,,,,,,,,,
            2025/2026,,,P7,Ābols,Zane,,s,,,,,,15.10.2025.,,,
            """,
            school
        )
    }

    private func groups() throws {
        let school = ["institution": "Bērzu pamatskola", "year": "2025/2026"]
        try take(
            GroupsTable.self,
            firstID: 200,
            """
            group,class,subject,personal_code,external_code,surname,forename,from,to
            5.a angļu 1. grupa,5.a,Angļu valoda,,,,,,
            5.a angļu 1. grupa,5.a,Angļu valoda,329999-00001,,Bērziņš,Jānis,,11.01.2026.
            5.a angļu 1. grupa,5.a,Angļu valoda,,P2,Liepa,Anna,02.02.2026.,
            5.a angļu 1. grupa,5.b,Angļu valoda,329999-00001,,Bērziņš,Jānis,01.03.2026.,
            Koris,,,,,,,,
            Koris,9.b,,,,Kalns,Kārlis,,
            Koris,,,150314-21235,,Viese,Ieva,,
            Tukšā grupa,,Robotika,,,,,,
            """,
            school
        )
        try take(
            TeachingTable.self,
            firstID: 200,
            """
            subject,class,group,teacher_code,teacher_surname,teacher_forename,from,to
            Angļu valoda,,5.a angļu 1. grupa,S1,Kalniņa,Ilze,01.09.2025.,31.12.2025.
            Matemātika,5.a,,S1,Kalniņa,Ilze,,
            Matemātika,9.b,,,Zariņš,Juris,,
            """,
            school
        )
    }
}
