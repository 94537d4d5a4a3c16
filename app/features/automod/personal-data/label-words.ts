/** What a word says about the number or address that follows it. */
export type LabelKind = "phone" | "thing" | "bank" | "id" | "address";

const words = (list: string): string[] => list.trim().split(/\s+/);

/** English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Russian, Arabic. */
const WORDS: Record<LabelKind, string[]> = {
  phone:
    words(`tel ph mob txt tfno telephone phone phones mobile cell cellphone call calling dial ring sms whatsapp
    telegram signal fax reach reachable contact hotline helpline phonenumber callback
    handy handynr telefon telefonisch mobil ruf rufen rufe anrufen anruf ruft erreichbar erreichst
    erreichen durchwahl rückruf festnetz
    tél téléphone portable appeler appelez appelle appeles joignable joindre rappeler rappelez
    teléfono telefono móvil movil celular llámame llamar llama llamen llámeme llamadme
    cellulare chiamare chiamami chiamatemi chiamate telefoon mobiel bellen bel gsm telefone ligar
    ligue telemóvel tlf tlm telefonu telefonem komórka zadzwoń dzwonić
    телефон телефона телефону позвоните звоните звони мобильный номерок
    هاتف هاتفي الهاتف جوال جوالي الجوال موبايل موبايلي اتصل اتصلوا الاتصال واتساب رقمي كلموني`),
  thing:
    words(`order orders ordernumber po ref reference ticket tickets case invoice receipt serial s/n sn imei
    iccid eid udid uuid guid model part sku ean upc gtin isbn issn doi asin mpn tracking track shipment parcel ups dhl fedex usps dpd gls hermes
    consignment awb version versions build firmware release rev error errors err errno exception fault log code codes bug issue article
    item product pid device mac port timestamp unix epoch voucher coupon gift contract customer
    transaction booking reservation confirmation request incident rma id ids pin puk batch lot
    hash checksum commit patent vat value values array integer int float number= kb
    bestellung auftrag vorgang sendung paket fehler artikel charge gutschein vertrag ticketnr
    rechnung serie modell gerät aktenzeichen buchung kunde
    commande facture colis suivi série référence erreur dossier contrat lot livraison-n
    pedido factura envío rastreo seguimiento referencia ordine fattura spedizione tracciamento
    seriale errore pratica matricola bestelling factuur zending volgnummer foutcode
    zamówienie zamówienia faktura przesyłka encomenda fatura
    заказ заказа ошибка серийный трек
    طلب الطلب طلبي فاتورة الفاتورة شحنة الشحنة التسلسلي تسلسلي خطأ الخطأ تتبع التتبع إصدار`),
  bank: words(`iban account acct a/c sort sortcode routing aba konto kontonr bankverbindung blz bankleitzahl
    compte rib cuenta conto rekening rekeningnummer bankrekening bic swift konta счет счета
    حساب حسابي الحساب آيبان`),
  id: words(`ssn nino ninos steuer-id steuerid idnr steuernummer personalausweis ausweis perso reisepass
    passport passeport pasaporte passaporto paspoort passnummer pass-nr svnr sv-nummer insee nir nss sécu
    dni nie nif bsn burgerservicenummer sofinummer ahv avs oasi ahv-nummer pesel personnummer cpr cpr-nummer cpf
    aadhaar aadhar tfn curp cnp pps ppsn hetu nhs führerschein паспорт паспорта снилс инн
    الهوية هويتي هوية جواز جوازي الإقامة إقامتي السجل`),
  address: words(`address live living lives reside residence ship shipped shipping deliver delivered
    delivery mail moved home anschrift adresse wohne wohnt wohnen wohnhaft lieferadresse liefern
    lieferung schicken schickt zuhause habite habitons livraison livrer livré domicile vivo vivimos
    dirección direccion domicilio indirizzo abito adres woon wonen bezorgen bezorgadres morada moro
    endereço mieszkam адрес живу عنواني العنوان عنوان أسكن اسكن`),
};

/** Beginnings of compounds: "Bestellnummer", "Telefonnummern". */
const STEMS: [string, LabelKind][] = [
  ...words("telefon handynummer mobilnummer rufnummer mobilfunk festnetz phonenum").map(
    (stem): [string, LabelKind] => [stem, "phone"],
  ),
  ...words(`bestell auftrags rechnungs serien artikel sendungs paket fehler kunden vertrags vorgangs
    ticketn geräte modell versions trackingn ordern gutschein buchungs volgn bestel teilen`).map(
    (stem): [string, LabelKind] => [stem, "thing"],
  ),
  ...words("kontonum bankkonto bankaccount rekeningn").map((stem): [string, LabelKind] => [
    stem,
    "bank",
  ]),
  ...words(`steueridentif sozialversicherungsn rentenversicherungsn personalausweis ausweis
    reisepassn burgerservice passnum identitäts`).map((stem): [string, LabelKind] => [stem, "id"]),
];

/** Two words that say together what neither says alone. */
const PAIRS = new Map<string, LabelKind>([
  ...words(`social_security national_insurance codice_fiscale driving_licence driving_license
    driver's_license driver's_licence drivers_license drivers_licence identity_card id_card
    national_id citizen_id tax_id taxpayer_id sécurité_sociale carte_d'identité carta_identità
    d'identità_numero insurance_number seguridad_social número_fiscal medicare_number emirates_id
    health_insurance permis_conduire الرقم_الوطني الرقم_القومي رقم_الهوية steuerliche_identifikationsnummer`).map(
    (pair): [string, LabelKind] => [pair.replace("_", " "), "id"],
  ),
  ["my number", "phone"],
  ["my number's", "phone"],
  ["meine nummer", "phone"],
  ["mon numéro", "phone"],
  ["mi número", "phone"],
  ["mijn nummer", "phone"],
  ["mio numero", "phone"],
  ["social insurance", "id"],
  ["bank account", "bank"],
  ["sort code", "bank"],
  ["bank code", "bank"],
  ["account number", "bank"],
  ["customer account", "bank"],
  ["direct debit", "bank"],
  ["رقم الحساب", "bank"],
  ["رقم الطلب", "thing"],
  ["account id", "thing"],
  ["apple id", "thing"],
  ["product id", "thing"],
  ["device id", "thing"],
  ["error code", "thing"],
  ["e-mail address", "address"],
  ["ip address", "thing"],
  ["mac address", "thing"],
  ["adresse ip", "thing"],
  ["memory address", "thing"],
  ["call stack", "thing"],
  ["call id", "thing"],
  ["phone model", "thing"],
  ["mobile version", "thing"],
]);

const EXACT = new Map<string, LabelKind>(
  Object.entries(WORDS).flatMap(([kind, list]) =>
    list.map((word): [string, LabelKind] => [word, kind as LabelKind]),
  ),
);

/** What one word says, with the word before it; null for most. Both in lower case. */
export function labelOf(word: string, before: string): LabelKind | null {
  const pair = PAIRS.get(`${before} ${word}`);
  if (pair) return pair;
  const exact = EXACT.get(word);
  if (exact) return exact;
  return STEMS.find(([stem]) => word.startsWith(stem))?.[1] ?? null;
}
