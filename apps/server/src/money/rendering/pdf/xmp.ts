const NAMESPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const PROPERTIES = {
  DocumentFileName: 'The name of the embedded XML document',
  DocumentType: 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER',
  Version: 'The actual version of the standard applying to the embedded XML document',
  ConformanceLevel: 'The conformance level of the embedded XML document',
} as const;
type Property = keyof typeof PROPERTIES;

const VALUES: Readonly<Record<Property, string>> = {
  DocumentFileName: 'factur-x.xml',
  DocumentType: 'INVOICE',
  Version: '1.0',
  ConformanceLevel: 'EN 16931',
};
const NAMES = Object.keys(PROPERTIES) as Property[];

const described = (name: Property): string => `
<rdf:li rdf:parseType="Resource">
  <pdfaProperty:name>${name}</pdfaProperty:name>
  <pdfaProperty:valueType>Text</pdfaProperty:valueType>
  <pdfaProperty:category>external</pdfaProperty:category>
  <pdfaProperty:description>${PROPERTIES[name]}</pdfaProperty:description>
</rdf:li>`;

/**
 * The XMP that names the attached invoice (Factur-X 1.0, §6.2.2), with the extension schema that PDF/A wants for
 * properties it does not know (ISO 19005-3, 6.6.2.3.3).
 */
export const FACTUR_X_XMP = `
<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}">${NAMES.map(
  (name) => `
  <fx:${name}>${VALUES[name]}</fx:${name}>`,
).join('')}
</rdf:Description>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas>
    <rdf:Bag>
      <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>fx</pdfaSchema:prefix>
        <pdfaSchema:property>
          <rdf:Seq>${NAMES.map(described).join('')}
          </rdf:Seq>
        </pdfaSchema:property>
      </rdf:li>
    </rdf:Bag>
  </pdfaExtension:schemas>
</rdf:Description>`;
