#!/usr/bin/env python3
"""`documents.py HEAD_FOLDER OUT_FOLDER`: documents of known truth, written by pydicom, into the study of a phantom.

Into OUT_FOLDER go copies of the phantom's images and, as series of the same study: a report with
image references, a key image note, a PDF of three pages, a clinical document, and an ECG of twelve
leads whose every sample can be computed. Beside it, in gb18030/ and repaired/, a report in GB18030 and one whose GBK is declared as Latin 1.
In prior/: an earlier report of the same patient, and one of somebody else under the same Patient ID.
"""
import pathlib
import shutil
import sys

import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

pydicom.config.settings.writing_validation_mode = pydicom.config.IGNORE
ROOT = "1.2.840.10008.5.1.4.1.1."


def code(value, scheme, meaning):
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return Sequence([item])


def content(kind, relation, name=None, **more):
    item = Dataset()
    item.RelationshipType, item.ValueType = relation, kind
    if name:
        item.ConceptNameCodeSequence = code(*name)
    for key, value in more.items():
        setattr(item, key, value)
    return item


def number(name, value, unit):
    measured = Dataset()
    measured.NumericValue, measured.MeasurementUnitsCodeSequence = value, code(*unit)
    return content("NUM", "CONTAINS", name, MeasuredValueSequence=Sequence([measured]))


def image(reference, frame=None):
    ref = Dataset()
    ref.ReferencedSOPClassUID, ref.ReferencedSOPInstanceUID = reference.SOPClassUID, reference.SOPInstanceUID
    if frame:
        ref.ReferencedFrameNumber = frame
    return content("IMAGE", "CONTAINS", None, ReferencedSOPSequence=Sequence([ref]))


class Study:
    def __init__(self, like, out):
        self.like, self.out = like, pathlib.Path(out)
        self.number = 50

    def new(self, sop_class, modality, description, charset="ISO_IR 192"):
        ds = Dataset()
        ds.SpecificCharacterSet = charset
        ds.SOPClassUID, ds.SOPInstanceUID = ROOT + sop_class, generate_uid(entropy_srcs=["doc", str(self.number), description])
        for keyword in ("StudyInstanceUID", "PatientID", "PatientName", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime",
                        "AccessionNumber", "StudyID", "StudyDescription"):
            if keyword in self.like:
                setattr(ds, keyword, getattr(self.like, keyword))
        self.number += 1
        ds.SeriesInstanceUID = generate_uid(entropy_srcs=["series", str(self.number), description])
        ds.SeriesNumber, ds.InstanceNumber = self.number, 1
        ds.Modality, ds.SeriesDescription = modality, description
        ds.ContentDate, ds.ContentTime = "20260301", "101500"
        return ds

    def save(self, ds, name, folder=None):
        ds.file_meta = FileMetaDataset()
        ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        ds.file_meta.MediaStorageSOPClassUID, ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
        ds.is_little_endian, ds.is_implicit_VR = True, False
        target = pathlib.Path(folder or self.out)
        target.mkdir(parents=True, exist_ok=True)
        ds.save_as(target / name, write_like_original=False)


def report(study, images):
    ds = study.new("88.33", "SR", "Findings")
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = code("18748-4", "LN", "影像报告 Imaging report")
    ds.CompletionFlag, ds.VerificationFlag = "COMPLETE", "VERIFIED"
    observer = Dataset()
    observer.VerifyingObserverName, observer.VerifyingOrganization = "TEST^Shenhe=模体^审核医师", "模体医院"
    observer.VerificationDateTime = "20260301113000"
    ds.VerifyingObserverSequence = Sequence([observer])
    findings = content("CONTAINER", "CONTAINS", ("121070", "DCM", "Findings"), ContinuityOfContent="SEPARATE")
    findings.ContentSequence = Sequence([
        content("TEXT", "CONTAINS", ("121071", "DCM", "Finding"), TextValue="右肺上叶结节，边缘光滑。\n<b>not bold</b> & plain"),
        number(("G-A22A", "SRT", "Length"), "12.5", ("mm", "UCUM", "millimeter")),
        number(("G-A166", "SRT", "Area"), "78.2", ("mm2", "UCUM", "square millimeter")),
        number(("112031", "DCM", "Attenuation Coefficient"), "-712", ("[hnsf'U]", "UCUM", "Hounsfield unit")),
        image(images[4]),
        image(images[11]),
    ])
    ds.ContentSequence = Sequence([
        content("PNAME", "HAS OBS CONTEXT", ("121008", "DCM", "Person Observer Name"), PersonName="TEST^Baogao=模体^报告医师"),
        findings,
        content("TEXT", "CONTAINS", ("121077", "DCM", "Conclusion"), TextValue="建议三个月后复查。"),
    ])
    study.save(ds, "report.dcm")


def chinese_report(study, folder, declared, codec, name):
    ds = study.new("88.11", "SR", "Chinese", "ISO_IR 192")
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = code("18748-4", "LN", "Report")
    ds.CompletionFlag, ds.VerificationFlag = "PARTIAL", "UNVERIFIED"
    ds.ContentSequence = Sequence([content("TEXT", "CONTAINS", ("121071", "DCM", "Finding"), TextValue="MARK" + "胸部平扫未见明显异常。")])
    study.save(ds, name, folder)
    # The same bytes in another coding: written once in Unicode, then every element of text coded anew.
    path = pathlib.Path(folder or study.out) / name
    raw = pydicom.dcmread(path)
    raw.SpecificCharacterSet = declared
    text = ("MARK" + "胸部平扫未见明显异常。").encode(codec)
    raw.ContentSequence[0]["TextValue"]._value = text + (b" " if len(text) % 2 else b"")
    raw.PatientName, raw.SeriesDescription = "TEST^CODED", "Coded"
    if "StudyDescription" in raw:
        raw.StudyDescription = "TEST"
    raw.save_as(path, write_like_original=False)


def note(study, images):
    ds = study.new("88.59", "KO", "Key images")
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = code("113000", "DCM", "Of Interest")
    ds.ContentSequence = Sequence([
        content("TEXT", "CONTAINS", ("113012", "DCM", "Key Object Description"), TextValue="请看这两层"),
        image(images[2]), image(images[20])])
    study.save(ds, "note.dcm")


def pdf_bytes(pages):
    """A PDF without compression: page n has a black square of 100 points at (100 n, 500) of a letter page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               "<< /Type /Pages /Kids [%s] /Count %d >>" % (" ".join("%d 0 R" % (4 + 2 * i) for i in range(pages)), pages),
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for i in range(pages):
        stream = "0 g %d 500 100 100 re f BT /F1 24 Tf 72 700 Td (Page %d of the phantom) Tj ET" % (100 * (i + 1), i + 1)
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * i))
        objects.append("<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, offsets = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body.encode())
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def encapsulated(study):
    ds = study.new("104.1", "DOC", "Scanned letter")
    ds.DocumentTitle, ds.MIMETypeOfEncapsulatedDocument, ds.BurnedInAnnotation = "转诊信 Referral letter", "application/pdf", "YES"
    data = pdf_bytes(3)
    ds.EncapsulatedDocumentLength = len(data)
    ds.EncapsulatedDocument = data + (b"\0" if len(data) % 2 else b"")
    study.save(ds, "letter.dcm")
    cda = study.new("104.2", "DOC", "Discharge summary")
    cda.DocumentTitle, cda.MIMETypeOfEncapsulatedDocument = "出院小结", "text/XML"
    xml = """<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>出院小结</title><component><structuredBody>
<component><section><title>诊断</title><text><paragraph>肺结节待查</paragraph><list><item>One</item><item>Two</item></list></text></section></component>
</structuredBody></component></ClinicalDocument>""".encode()
    cda.EncapsulatedDocument = xml + (b" " if len(xml) % 2 else b"")
    study.save(cda, "summary.dcm")


def ecg_sample(lead, i):
    """What is stored: a triangle wave of 500 steps of its own period, and a spike of 1,000 steps each second."""
    period = 200 + 20 * lead
    triangle = abs(i % period - period // 2) - period // 4
    return triangle + (1000 if i % 500 == 100 + lead else 0)


def ecg(study):
    ds = study.new("9.1.1", "ECG", "Resting ECG")
    ds.AcquisitionDateTime = "20260301100000"
    group = Dataset()
    group.WaveformOriginality, group.NumberOfWaveformChannels, group.NumberOfWaveformSamples = "ORIGINAL", 12, 5000
    group.SamplingFrequency, group.MultiplexGroupLabel = "500", "RHYTHM"
    names = ["1", "2", "61", "62", "63", "64", "3", "4", "5", "6", "7", "8"]
    channels = []
    for lead, name in enumerate(names):
        channel = Dataset()
        channel.ChannelSourceSequence = code("2:" + name, "MDC", "Lead")
        channel.ChannelSensitivity, channel.ChannelSensitivityUnitsSequence = "2.5", code("uV", "UCUM", "microvolt")
        channel.ChannelSensitivityCorrectionFactor, channel.ChannelBaseline = "0.8", "50"
        channel.ChannelSampleSkew, channel.WaveformBitsStored = "0", 16
        channel.FilterLowFrequency, channel.FilterHighFrequency, channel.NotchFilterFrequency = "0.05", "150", "50"
        channels.append(channel)
    group.ChannelDefinitionSequence = Sequence(channels)
    group.WaveformBitsAllocated, group.WaveformSampleInterpretation = 16, "SS"
    data = bytearray()
    for i in range(5000):
        for lead in range(12):
            data += ecg_sample(lead, i).to_bytes(2, "little", signed=True)
    group.WaveformData = bytes(data)
    ds.WaveformSequence = Sequence([group])
    note_item = Dataset()
    note_item.AnnotationGroupNumber, note_item.UnformattedTextValue = 0, "窦性心律 Sinus rhythm"
    ds.WaveformAnnotationSequence = Sequence([note_item])
    study.save(ds, "ecg.dcm")


def prior(study, name, patient, birth_date, date, text, file):
    ds = study.new("88.11", "SR", name)
    ds.StudyInstanceUID = generate_uid(entropy_srcs=["prior", name])
    ds.PatientName, ds.PatientBirthDate, ds.StudyDate, ds.ContentDate, ds.StudyDescription = patient, birth_date, date, date, name
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = code("18748-4", "LN", name)
    ds.CompletionFlag, ds.VerificationFlag = "COMPLETE", "UNVERIFIED"
    ds.ContentSequence = Sequence([content("TEXT", "CONTAINS", ("121077", "DCM", "Conclusion"), TextValue=text)])
    study.save(ds, file, study.out.parent / "prior")


def main():
    head, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    images = []
    for path in sorted(p for p in head.rglob("*") if p.is_file()):
        ds = pydicom.dcmread(path)
        if "PixelData" not in ds:
            continue
        # The request stands in the images, as modalities write it.
        request = Dataset()
        request.RequestedProcedureDescription, request.RequestedProcedureID = "胸部 CT 平扫", "RP-77"
        request.ReasonForTheRequestedProcedure = "咳嗽三周 Cough for three weeks"
        ds.SpecificCharacterSet = "ISO_IR 192"
        ds.RequestAttributesSequence = Sequence([request])
        ds.RequestingPhysician, ds.AdmittingDiagnosesDescription = "TEST^Shenqing=模体^申请医师", "肺部感染?"
        ds.save_as(out / path.name, write_like_original=False)
        images.append(ds)
    images.sort(key=lambda d: int(d.InstanceNumber))
    study = Study(images[0], out)
    report(study, images)
    note(study, images)
    encapsulated(study)
    ecg(study)
    own = (images[0].PatientName, images[0].get("PatientBirthDate", ""))
    prior(study, "Prior chest", *own, "20230105", "一年前的报告", "own.dcm")
    prior(study, "Prior of another", "OTHER^PERSON=别人", "19991231", "20220105", "somebody else", "other.dcm")
    chinese_report(study, out.parent / "gb18030", "GB18030", "gb18030", "gb18030.dcm")
    chinese_report(study, out.parent / "repaired", "ISO_IR 100", "gbk", "repaired.dcm")


if __name__ == "__main__":
    main()
