<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArchiveUrl</name>
    <message>
        <source>The address is missing.</source>
        <translation>缺少地址。</translation>
    </message>
    <message>
        <source>This is not an address. It begins with http:// or https://.</source>
        <translation>这不是有效地址。地址以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation>地址中不能包含用户名或密码。</translation>
    </message>
    <message>
        <source>The address must not contain “?” or “#”.</source>
        <translation>地址中不能包含“?”或“#”。</translation>
    </message>
</context>
<context>
    <name>ArrangeCommands</name>
    <message>
        <source>The rest of a series that was split by hand stays as it is: show the series as they are stored first.</source>
        <translation>手动拆分后余下的部分不能再拆分或合并：请先恢复原始序列。</translation>
    </message>
    <message>
        <source>Show the image with which the second part shall begin; it cannot be the first of the stack.</source>
        <translation>请先显示第二部分开头的图像；它不能是本组的第一幅。</translation>
    </message>
    <message>
        <source>Segmentations are not split by hand.</source>
        <translation>分割不能手动拆分。</translation>
    </message>
    <message>
        <source>What was put together by hand cannot be split: show the series as they are stored first.</source>
        <translation>手动合并的序列不能拆分：请先恢复原始序列。</translation>
    </message>
    <message>
        <source>There is no next series to put this one together with.</source>
        <translation>后面没有可与之合并的序列。</translation>
    </message>
    <message>
        <source>The view shows no series.</source>
        <translation>该视图未显示序列。</translation>
    </message>
    <message>
        <source>The series are as they are stored.</source>
        <translation>各序列已是原始状态。</translation>
    </message>
    <message>
        <source>There is no other series to put this one together with.</source>
        <translation>没有可与之合并的其他序列。</translation>
    </message>
</context>
<context>
    <name>BodyPart</name>
    <message>
        <source>ABDOMEN</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>ABDOMENPELVIS</source>
        <translation>腹盆部</translation>
    </message>
    <message>
        <source>ANKLE</source>
        <translation>踝关节</translation>
    </message>
    <message>
        <source>ARM</source>
        <translation>上臂</translation>
    </message>
    <message>
        <source>BRAIN</source>
        <translation>颅脑</translation>
    </message>
    <message>
        <source>BREAST</source>
        <translation>乳腺</translation>
    </message>
    <message>
        <source>CHEST</source>
        <translation>胸部</translation>
    </message>
    <message>
        <source>CHESTABDOMEN</source>
        <translation>胸腹部</translation>
    </message>
    <message>
        <source>CHESTABDPELVIS</source>
        <translation>胸腹盆部</translation>
    </message>
    <message>
        <source>CLAVICLE</source>
        <translation>锁骨</translation>
    </message>
    <message>
        <source>COLON</source>
        <translation>结肠</translation>
    </message>
    <message>
        <source>CSPINE</source>
        <translation>颈椎</translation>
    </message>
    <message>
        <source>EAR</source>
        <translation>耳部</translation>
    </message>
    <message>
        <source>ELBOW</source>
        <translation>肘关节</translation>
    </message>
    <message>
        <source>EXTREMITY</source>
        <translation>四肢</translation>
    </message>
    <message>
        <source>EYE</source>
        <translation>眼部</translation>
    </message>
    <message>
        <source>FEMUR</source>
        <translation>股骨</translation>
    </message>
    <message>
        <source>FINGER</source>
        <translation>手指</translation>
    </message>
    <message>
        <source>FOOT</source>
        <translation>足部</translation>
    </message>
    <message>
        <source>FOREARM</source>
        <translation>前臂</translation>
    </message>
    <message>
        <source>HAND</source>
        <translation>手部</translation>
    </message>
    <message>
        <source>HEAD</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>HEADNECK</source>
        <translation>头颈部</translation>
    </message>
    <message>
        <source>HEART</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>HIP</source>
        <translation>髋关节</translation>
    </message>
    <message>
        <source>HUMERUS</source>
        <translation>肱骨</translation>
    </message>
    <message>
        <source>JAW</source>
        <translation>颌骨</translation>
    </message>
    <message>
        <source>KIDNEY</source>
        <translation>肾脏</translation>
    </message>
    <message>
        <source>KNEE</source>
        <translation>膝关节</translation>
    </message>
    <message>
        <source>LEG</source>
        <translation>下肢</translation>
    </message>
    <message>
        <source>LIVER</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>LSPINE</source>
        <translation>腰椎</translation>
    </message>
    <message>
        <source>LUNG</source>
        <translation>肺部</translation>
    </message>
    <message>
        <source>MAXILLA</source>
        <translation>上颌骨</translation>
    </message>
    <message>
        <source>NECK</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>NOSE</source>
        <translation>鼻部</translation>
    </message>
    <message>
        <source>PANCREAS</source>
        <translation>胰腺</translation>
    </message>
    <message>
        <source>PELVIS</source>
        <translation>盆腔</translation>
    </message>
    <message>
        <source>PROSTATE</source>
        <translation>前列腺</translation>
    </message>
    <message>
        <source>RIB</source>
        <translation>肋骨</translation>
    </message>
    <message>
        <source>SHOULDER</source>
        <translation>肩关节</translation>
    </message>
    <message>
        <source>SINUS</source>
        <translation>鼻窦</translation>
    </message>
    <message>
        <source>SKULL</source>
        <translation>颅骨</translation>
    </message>
    <message>
        <source>SPINE</source>
        <translation>脊柱</translation>
    </message>
    <message>
        <source>SSPINE</source>
        <translation>骶椎</translation>
    </message>
    <message>
        <source>STERNUM</source>
        <translation>胸骨</translation>
    </message>
    <message>
        <source>THIGH</source>
        <translation>大腿</translation>
    </message>
    <message>
        <source>TIBIA</source>
        <translation>胫骨</translation>
    </message>
    <message>
        <source>TOE</source>
        <translation>足趾</translation>
    </message>
    <message>
        <source>TSPINE</source>
        <translation>胸椎</translation>
    </message>
    <message>
        <source>UTERUS</source>
        <translation>子宫</translation>
    </message>
    <message>
        <source>WHOLEBODY</source>
        <translation>全身</translation>
    </message>
    <message>
        <source>WRIST</source>
        <translation>腕关节</translation>
    </message>
</context>
<context>
    <name>Calibrating</name>
    <message>
        <source>No image is shown here.</source>
        <translation>此处没有图像。</translation>
    </message>
    <message>
        <source>Not calibrated by hand: this image says itself where its pixels lie in the patient.</source>
        <translation>不作手动定标：此图像自身已注明像素在患者体内的位置。</translation>
    </message>
    <message>
        <source>Not calibrated by hand: this image brings the scale of the ultrasound machine.</source>
        <translation>不作手动定标：此图像带有超声设备的比例尺。</translation>
    </message>
</context>
<context>
    <name>CellForm</name>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>L (left)</source>
        <translation>L（左）</translation>
    </message>
    <message>
        <source>R (right)</source>
        <translation>R（右）</translation>
    </message>
    <message>
        <source>A (anterior)</source>
        <translation>A（前）</translation>
    </message>
    <message>
        <source>P (posterior)</source>
        <translation>P（后）</translation>
    </message>
    <message>
        <source>H (head)</source>
        <translation>H（头）</translation>
    </message>
    <message>
        <source>F (feet)</source>
        <translation>F（足）</translation>
    </message>
    <message>
        <source>Leave this view free</source>
        <translation>此视图留空</translation>
    </message>
    <message>
        <source>Which that fits</source>
        <translation>符合者中的第几个</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一幅</translation>
    </message>
    <message>
        <source>the middle one</source>
        <translation>中间一幅</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最后一幅</translation>
    </message>
    <message>
        <source>the first key image</source>
        <translation>第一幅关键图像</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>本次检查</translation>
    </message>
    <message>
        <source>a prior</source>
        <translation>既往检查</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>fitted into the view</source>
        <translation>适合视图</translation>
    </message>
    <message>
        <source>the same in all such views</source>
        <translation>此类视图统一比例</translation>
    </message>
    <message>
        <source>true size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Scrolls with the others</source>
        <translation>随其他视图联动滚动</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>centre and width</source>
        <translation>指定窗位和窗宽</translation>
    </message>
    <message>
        <source>Centre of the window</source>
        <translation>窗位</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>窗宽</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>窗位</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>窗宽</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>按存储方向</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>by patient letters</source>
        <translation>按方位字母</translation>
    </message>
    <message>
        <source>by the chest wall</source>
        <translation>按胸壁</translation>
    </message>
    <message>
        <source>Clockwise</source>
        <translation>顺时针</translation>
    </message>
    <message>
        <source>mirrored before</source>
        <translation>先左右镜像</translation>
    </message>
    <message>
        <source>Letter at the left edge</source>
        <translation>左缘字母</translation>
    </message>
    <message>
        <source>Letter at the upper edge</source>
        <translation>上缘字母</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左缘</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>上缘</translation>
    </message>
    <message>
        <source>Chest wall</source>
        <translation>胸壁</translation>
    </message>
    <message>
        <source>back to back, by the side</source>
        <translation>按侧别背靠背</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>朝左</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>朝右</translation>
    </message>
</context>
<context>
    <name>CertificateFile</name>
    <message>
        <source>The file of the certificate authority does not exist or cannot be read.</source>
        <translation>证书颁发机构文件不存在或无法读取。</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be a PEM file (BEGIN CERTIFICATE).</source>
        <translation>此文件中没有证书。它必须是 PEM 文件（BEGIN CERTIFICATE）。</translation>
    </message>
</context>
<context>
    <name>ClinicalText</name>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation>文档比此处显示的更长</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to the worklist</source>
        <translation>转到工作列表</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>在工作列表中搜索</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation>添加归档</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色外观</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Fold or show the panels</source>
        <translation>折叠或显示侧栏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一个区域</translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation>图像上的文字</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>第一层</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>向后十层</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>向前十层</translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation>向左旋转 90°</translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation>向右旋转 90°</translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation>灰阶反相</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>一比一像素显示</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>单视图</translation>
    </message>
    <message>
        <source>Four views</source>
        <translation>四视图</translation>
    </message>
    <message>
        <source>Window as the file says</source>
        <translation>文件中的窗宽窗位</translation>
    </message>
    <message>
        <source>Left button scrolls</source>
        <translation>左键翻层</translation>
    </message>
    <message>
        <source>Left button sets the window</source>
        <translation>左键调窗</translation>
    </message>
    <message>
        <source>Left button zooms</source>
        <translation>左键缩放</translation>
    </message>
    <message>
        <source>Left button pans</source>
        <translation>左键平移</translation>
    </message>
    <message>
        <source>Left button rotates</source>
        <translation>左键旋转</translation>
    </message>
    <message>
        <source>Left button probes values</source>
        <translation>左键测值</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>窗位：%1</translation>
    </message>
    <message>
        <source>Try failed images again</source>
        <translation>重试失败的图像</translation>
    </message>
    <message>
        <source>Open the studies that have no tab yet</source>
        <translation>打开尚无标签页的检查</translation>
    </message>
    <message>
        <source>What was left out when opening</source>
        <translation>查看未打开的文件和检查</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>下一个序列</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>上一个序列</translation>
    </message>
    <message>
        <source>This view alone, or all again</source>
        <translation>单独显示此视图，或恢复全部</translation>
    </message>
    <message>
        <source>Delete my mark</source>
        <translation>删除我的标记</translation>
    </message>
    <message>
        <source>What is wrong with these images</source>
        <translation>这些图像存在的问题</translation>
    </message>
    <message>
        <source>Choose the columns of the worklist</source>
        <translation>选择工作列表的列</translation>
    </message>
    <message>
        <source>Save this search of the worklist</source>
        <translation>保存工作列表的这个检索</translation>
    </message>
    <message>
        <source>Choose a layout</source>
        <translation>选择布局</translation>
    </message>
    <message>
        <source>Play or stop the stack</source>
        <translation>播放或停止</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>减慢播放</translation>
    </message>
    <message>
        <source>Next slice, from the last to the first</source>
        <translation>下一层（末层后回到首层）</translation>
    </message>
    <message>
        <source>Layout %1 × %2</source>
        <translation>布局 %1 × %2</translation>
    </message>
    <message>
        <source>Keyboard settings</source>
        <translation>键盘设置</translation>
    </message>
    <message>
        <source>Mouse settings</source>
        <translation>鼠标设置</translation>
    </message>
    <message>
        <source>Menu of what the keyboard is on</source>
        <translation>当前对象的菜单</translation>
    </message>
    <message>
        <source>Open the chosen study</source>
        <translation>打开所选检查</translation>
    </message>
    <message>
        <source>Copy the accession number</source>
        <translation>复制检查号</translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation>修复记录</translation>
    </message>
    <message>
        <source>Copy details of the image</source>
        <translation>复制图像信息</translation>
    </message>
    <message>
        <source>Show the chosen series in the active view</source>
        <translation>在当前视图中显示所选序列</translation>
    </message>
    <message>
        <source>Scroll views of one frame of reference together</source>
        <translation>同一参考坐标系的视图联动翻页</translation>
    </message>
    <message>
        <source>Scroll views together from where they stand (offset link)</source>
        <translation>从当前位置起联动翻页（偏移联动）</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>定位线</translation>
    </message>
    <message>
        <source>Reference lines of the first and last slice</source>
        <translation>首末层定位线</translation>
    </message>
    <message>
        <source>Next window of the file</source>
        <translation>文件中的下一组窗</translation>
    </message>
    <message>
        <source>Type centre and width of the window</source>
        <translation>输入窗位和窗宽</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Magnifier (hold, or tap)</source>
        <translation>放大镜（按住或点按）</translation>
    </message>
    <message>
        <source>Magnifier 2×</source>
        <translation>放大镜 2×</translation>
    </message>
    <message>
        <source>Magnifier 3×</source>
        <translation>放大镜 3×</translation>
    </message>
    <message>
        <source>Magnifier 4×</source>
        <translation>放大镜 4×</translation>
    </message>
    <message>
        <source>Slab: MIP, MinIP, mean, none</source>
        <translation>厚层：MIP、MinIP、平均、无</translation>
    </message>
    <message>
        <source>Slab: maximum (MIP)</source>
        <translation>厚层：最大密度（MIP）</translation>
    </message>
    <message>
        <source>Slab: minimum (MinIP)</source>
        <translation>厚层：最小密度（MinIP）</translation>
    </message>
    <message>
        <source>Slab: mean</source>
        <translation>厚层：平均</translation>
    </message>
    <message>
        <source>Slab: thicker by a slice</source>
        <translation>厚层：加厚一层</translation>
    </message>
    <message>
        <source>Slab: thinner by a slice</source>
        <translation>厚层：减薄一层</translation>
    </message>
    <message>
        <source>Slab: none</source>
        <translation>厚层：无</translation>
    </message>
    <message>
        <source>Enhance: sharpen (one level more)</source>
        <translation>增强：锐化（加一级）</translation>
    </message>
    <message>
        <source>Enhance: smooth (one level more)</source>
        <translation>增强：平滑（加一级）</translation>
    </message>
    <message>
        <source>Enhance: edges (one level more)</source>
        <translation>增强：边缘（加一级）</translation>
    </message>
    <message>
        <source>Enhance: local contrast (one level more)</source>
        <translation>增强：局部对比度（加一级）</translation>
    </message>
    <message>
        <source>Enhance: one level less</source>
        <translation>增强：减一级</translation>
    </message>
    <message>
        <source>Enhance: nothing</source>
        <translation>增强：无</translation>
    </message>
    <message>
        <source>Colours: next map</source>
        <translation>伪彩：下一种</translation>
    </message>
    <message>
        <source>Colours: grey</source>
        <translation>伪彩：灰度</translation>
    </message>
    <message>
        <source>Colours: Hot Iron</source>
        <translation>伪彩：热铁</translation>
    </message>
    <message>
        <source>Colours: PET</source>
        <translation>伪彩：PET</translation>
    </message>
    <message>
        <source>Colours: Hot Metal Blue</source>
        <translation>伪彩：热金属蓝</translation>
    </message>
    <message>
        <source>Colours: PET 20 Step</source>
        <translation>伪彩：PET 20 级</translation>
    </message>
    <message>
        <source>Colours: Rainbow</source>
        <translation>伪彩：彩虹</translation>
    </message>
    <message>
        <source>Measure this monitor with a ruler</source>
        <translation>用直尺测量本显示器</translation>
    </message>
    <message>
        <source>Window: %1 (0.5 to 99.5 % of the values)</source>
        <translation>窗：%1（取值的 0.5–99.5 %）</translation>
    </message>
    <message>
        <source>Document: next page or document</source>
        <translation>文档：下一页或下一份</translation>
    </message>
    <message>
        <source>Document: previous page or document</source>
        <translation>文档：上一页或上一份</translation>
    </message>
    <message>
        <source>Document: find text</source>
        <translation>文档：查找文字</translation>
    </message>
    <message>
        <source>Document: larger</source>
        <translation>文档：放大</translation>
    </message>
    <message>
        <source>Document: smaller</source>
        <translation>文档：缩小</translation>
    </message>
    <message>
        <source>Open the newest prior report</source>
        <translation>打开最近的既往报告</translation>
    </message>
    <message>
        <source>ECG: 3 × 4 and rhythm</source>
        <translation>心电图：3 × 4 加节律</translation>
    </message>
    <message>
        <source>ECG: 6 × 2</source>
        <translation>心电图：6 × 2</translation>
    </message>
    <message>
        <source>ECG: 12 × 1</source>
        <translation>心电图：12 × 1</translation>
    </message>
    <message>
        <source>ECG: channels as recorded</source>
        <translation>心电图：按记录顺序</translation>
    </message>
    <message>
        <source>ECG: 12.5 mm/s</source>
        <translation>心电图：12.5 mm/s</translation>
    </message>
    <message>
        <source>ECG: 25 mm/s</source>
        <translation>心电图：25 mm/s</translation>
    </message>
    <message>
        <source>ECG: 50 mm/s</source>
        <translation>心电图：50 mm/s</translation>
    </message>
    <message>
        <source>ECG: 5 mm/mV</source>
        <translation>心电图：5 mm/mV</translation>
    </message>
    <message>
        <source>ECG: 10 mm/mV</source>
        <translation>心电图：10 mm/mV</translation>
    </message>
    <message>
        <source>ECG: 20 mm/mV</source>
        <translation>心电图：20 mm/mV</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>锁定屏幕</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>人员与密码</translation>
    </message>
    <message>
        <source>Urgent studies first, or in the list&apos;s order</source>
        <translation>急诊检查置顶，或按列表顺序</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>停止读取文件</translation>
    </message>
    <message>
        <source>Outlines over images</source>
        <translation>图像上的轮廓</translation>
    </message>
    <message>
        <source>Split the series before this image</source>
        <translation>从此图像起拆分序列</translation>
    </message>
    <message>
        <source>Put this series together with the next</source>
        <translation>与下一序列合并</translation>
    </message>
    <message>
        <source>Series as they are stored</source>
        <translation>恢复原始序列</translation>
    </message>
    <message>
        <source>Refresh the worklist; in the settings: test the connection</source>
        <translation>刷新工作列表；在设置中：测试连接</translation>
    </message>
    <message>
        <source>Copy the selected mark</source>
        <translation>复制选中的标记</translation>
    </message>
    <message>
        <source>Put the copied mark on this image</source>
        <translation>将复制的标记粘贴到此图像</translation>
    </message>
    <message>
        <source>Edit the text of a mark</source>
        <translation>编辑标记文字</translation>
    </message>
    <message>
        <source>Label back beside its mark</source>
        <translation>标签放回标记旁</translation>
    </message>
    <message>
        <source>Select the next mark of the image</source>
        <translation>选中图像上的下一个标记</translation>
    </message>
    <message>
        <source>Go to the selected mark</source>
        <translation>转到选中的标记</translation>
    </message>
    <message>
        <source>List of marks</source>
        <translation>标记列表</translation>
    </message>
    <message>
        <source>Nudge a mark to the left</source>
        <translation>标记向左微移</translation>
    </message>
    <message>
        <source>Nudge a mark to the right</source>
        <translation>标记向右微移</translation>
    </message>
    <message>
        <source>Nudge a mark upwards</source>
        <translation>标记向上微移</translation>
    </message>
    <message>
        <source>Nudge a mark downwards</source>
        <translation>标记向下微移</translation>
    </message>
    <message>
        <source>Left button measures a length</source>
        <translation>左键测量长度</translation>
    </message>
    <message>
        <source>Left button measures a path</source>
        <translation>左键测量折线长度</translation>
    </message>
    <message>
        <source>Left button draws a ruler</source>
        <translation>左键画标尺</translation>
    </message>
    <message>
        <source>Left button measures long and short axis</source>
        <translation>左键测量长短径</translation>
    </message>
    <message>
        <source>Left button compares two lines</source>
        <translation>左键比较两条线</translation>
    </message>
    <message>
        <source>Left button measures the cardiothoracic ratio</source>
        <translation>左键测量心胸比</translation>
    </message>
    <message>
        <source>Left button measures leg length and axis</source>
        <translation>左键测量下肢长度与力线</translation>
    </message>
    <message>
        <source>Left button measures an angle</source>
        <translation>左键测量角度</translation>
    </message>
    <message>
        <source>Left button measures a Cobb angle</source>
        <translation>左键测量 Cobb 角</translation>
    </message>
    <message>
        <source>Left button measures the angle between two lines</source>
        <translation>左键测量两线夹角</translation>
    </message>
    <message>
        <source>Left button draws an ellipse (ROI)</source>
        <translation>左键画椭圆 ROI</translation>
    </message>
    <message>
        <source>Left button draws a rectangle (ROI)</source>
        <translation>左键画矩形 ROI</translation>
    </message>
    <message>
        <source>Left button draws a polygon (ROI)</source>
        <translation>左键画多边形 ROI</translation>
    </message>
    <message>
        <source>Left button draws a freehand region (ROI)</source>
        <translation>左键手绘 ROI</translation>
    </message>
    <message>
        <source>Left button draws a circle (ROI)</source>
        <translation>左键画圆形 ROI</translation>
    </message>
    <message>
        <source>Left button draws an arrow</source>
        <translation>左键画箭头</translation>
    </message>
    <message>
        <source>Left button writes text</source>
        <translation>左键写文字</translation>
    </message>
    <message>
        <source>Hang by the protocol that fits best</source>
        <translation>按最匹配的悬挂协议显示</translation>
    </message>
    <message>
        <source>Hanging protocol: next stage</source>
        <translation>悬挂协议：下一阶段</translation>
    </message>
    <message>
        <source>Hanging protocol: previous stage</source>
        <translation>悬挂协议：上一阶段</translation>
    </message>
    <message>
        <source>Choose a hanging protocol</source>
        <translation>选择悬挂协议</translation>
    </message>
    <message>
        <source>Studies when opened: hung where the protocol says so</source>
        <translation>打开检查时：由悬挂协议决定是否悬挂</translation>
    </message>
    <message>
        <source>Studies when opened: always hung</source>
        <translation>打开检查时：总是按悬挂协议显示</translation>
    </message>
    <message>
        <source>Studies when opened: never hung</source>
        <translation>打开检查时：从不按悬挂协议显示</translation>
    </message>
    <message>
        <source>Settings: from study to study</source>
        <translation>设置：逐个检查</translation>
    </message>
    <message>
        <source>Next study of the worklist</source>
        <translation>工作列表的下一个检查</translation>
    </message>
    <message>
        <source>Previous study of the worklist</source>
        <translation>工作列表的上一个检查</translation>
    </message>
    <message>
        <source>Claim the study: I am reading it</source>
        <translation>认领检查：我正在阅片</translation>
    </message>
    <message>
        <source>Release the study: unread again</source>
        <translation>撤回：检查恢复为未阅</translation>
    </message>
    <message>
        <source>Mark the study as read</source>
        <translation>检查标为已阅</translation>
    </message>
    <message>
        <source>Worklist on one monitor, images on the others</source>
        <translation>工作列表与图像分屏显示</translation>
    </message>
    <message>
        <source>Everything in one window</source>
        <translation>全部放回一个窗口</translation>
    </message>
    <message>
        <source>Move the images to the next monitor</source>
        <translation>图像移到下一台显示器</translation>
    </message>
    <message>
        <source>Window, zoom and pan of all views together</source>
        <translation>各视图窗宽窗位、缩放和平移联动</translation>
    </message>
    <message>
        <source>Window of all views together</source>
        <translation>各视图窗宽窗位联动</translation>
    </message>
    <message>
        <source>Zoom of all views together</source>
        <translation>各视图缩放联动</translation>
    </message>
    <message>
        <source>Pan of all views together</source>
        <translation>各视图平移联动</translation>
    </message>
    <message>
        <source>3D cursor: views go to its slice</source>
        <translation>三维光标：各视图翻到光标所在层面</translation>
    </message>
    <message>
        <source>3D cursor: take it away</source>
        <translation>三维光标：移除</translation>
    </message>
    <message>
        <source>Fuse with another series, or no more</source>
        <translation>与另一序列融合，或取消融合</translation>
    </message>
    <message>
        <source>Fuse with …</source>
        <translation>选择融合序列…</translation>
    </message>
    <message>
        <source>Fusion: none</source>
        <translation>融合：取消</translation>
    </message>
    <message>
        <source>Fusion: more opaque</source>
        <translation>融合：增加不透明度</translation>
    </message>
    <message>
        <source>Fusion: less opaque</source>
        <translation>融合：降低不透明度</translation>
    </message>
    <message>
        <source>Fusion: wider window</source>
        <translation>融合：加宽窗宽</translation>
    </message>
    <message>
        <source>Fusion: narrower window</source>
        <translation>融合：缩窄窗宽</translation>
    </message>
    <message>
        <source>Fusion: next threshold</source>
        <translation>融合：下一个阈值</translation>
    </message>
    <message>
        <source>Fusion: next colour map</source>
        <translation>融合：下一种伪彩</translation>
    </message>
    <message>
        <source>Reference lines of all views</source>
        <translation>所有视图的定位线</translation>
    </message>
    <message>
        <source>Left button sets the 3D cursor</source>
        <translation>左键设置三维光标</translation>
    </message>
    <message>
        <source>Save marks</source>
        <translation>保存标记</translation>
    </message>
    <message>
        <source>Save marks as files</source>
        <translation>将标记另存为文件</translation>
    </message>
    <message>
        <source>Outbox: what is on the way to the archive</source>
        <translation>发件箱：正在发往归档的内容</translation>
    </message>
    <message>
        <source>Key image, or not any more</source>
        <translation>设为关键图像，或取消</translation>
    </message>
    <message>
        <source>Key image: choose the reason</source>
        <translation>关键图像：选择理由</translation>
    </message>
    <message>
        <source>Key images: those of all views</source>
        <translation>关键图像：所有视图中的图像</translation>
    </message>
    <message>
        <source>Presentation states</source>
        <translation>显示状态</translation>
    </message>
    <message>
        <source>Show as the newest presentation state says</source>
        <translation>按最新的显示状态显示</translation>
    </message>
    <message>
        <source>Show as the second newest presentation state says</source>
        <translation>按次新的显示状态显示</translation>
    </message>
    <message>
        <source>Key images of the study, beside their note</source>
        <translation>本检查的关键图像及其说明</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>下一幅关键图像</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>上一幅关键图像</translation>
    </message>
    <message>
        <source>Histogram of the selected region (ROI)</source>
        <translation>所选区域（ROI）的直方图</translation>
    </message>
    <message>
        <source>Tools in a circle round the pointer</source>
        <translation>指针周围的环形工具菜单</translation>
    </message>
    <message>
        <source>PET: next kind of SUV</source>
        <translation>PET：下一种 SUV</translation>
    </message>
    <message>
        <source>PET: SUV by body weight</source>
        <translation>PET：按体重计算 SUV</translation>
    </message>
    <message>
        <source>PET: SUV by lean body mass (James)</source>
        <translation>PET：按瘦体重计算 SUV（James）</translation>
    </message>
    <message>
        <source>PET: SUV by lean body mass (Janmahasatian)</source>
        <translation>PET：按瘦体重计算 SUV（Janmahasatian）</translation>
    </message>
    <message>
        <source>PET: SUV by body surface</source>
        <translation>PET：按体表面积计算 SUV</translation>
    </message>
    <message>
        <source>Left button calibrates the image by a known length</source>
        <translation>左键按已知长度给图像定标</translation>
    </message>
    <message>
        <source>Prior study beside (same modality and region, else the newest)</source>
        <translation>并排打开既往检查（同设备类型同部位优先，否则最近一次）</translation>
    </message>
    <message>
        <source>Next older prior study beside</source>
        <translation>并排：更早一次既往检查</translation>
    </message>
    <message>
        <source>Next newer prior study beside</source>
        <translation>并排：更近一次既往检查</translation>
    </message>
    <message>
        <source>Timeline of the patient</source>
        <translation>患者检查时间轴</translation>
    </message>
    <message>
        <source>Timeline: same modality only</source>
        <translation>时间轴：仅同设备类型</translation>
    </message>
    <message>
        <source>Timeline: same region only</source>
        <translation>时间轴：仅同部位</translation>
    </message>
    <message>
        <source>Timeline: ask the archives again</source>
        <translation>时间轴：重新查询各归档</translation>
    </message>
    <message>
        <source>Timeline: the chosen study is of the same patient</source>
        <translation>时间轴：确认所选检查为同一患者</translation>
    </message>
    <message>
        <source>Timeline: the chosen study is of another patient</source>
        <translation>时间轴：确认所选检查为其他患者</translation>
    </message>
    <message>
        <source>Settings: hanging protocols</source>
        <translation>设置：悬挂协议</translation>
    </message>
    <message>
        <source>Align views of other frames of reference by computation</source>
        <translation>将参考坐标系不同的视图计算配准</translation>
    </message>
    <message>
        <source>Take the alignment by computation back</source>
        <translation>取消计算配准</translation>
    </message>
    <message>
        <source>Studies begin with this grid of views, with these monitors</source>
        <translation>在这组显示器上，检查以当前视图布局打开</translation>
    </message>
    <message>
        <source>Save how this view is shown</source>
        <translation>保存此视图的显示方式</translation>
    </message>
    <message>
        <source>Fusion: next kind of SUV</source>
        <translation>融合：下一种 SUV</translation>
    </message>
    <message>
        <source>Fusion: SUV by body weight</source>
        <translation>融合：按体重计算 SUV</translation>
    </message>
    <message>
        <source>Fusion: SUV by lean body mass (James)</source>
        <translation>融合：按瘦体重计算 SUV（James）</translation>
    </message>
    <message>
        <source>Fusion: SUV by lean body mass (Janmahasatian)</source>
        <translation>融合：按瘦体重计算 SUV（Janmahasatian）</translation>
    </message>
    <message>
        <source>Fusion: SUV by body surface</source>
        <translation>融合：按体表面积计算 SUV</translation>
    </message>
    <message>
        <source>Window %1 of the file</source>
        <translation>文件中的第 %1 组窗</translation>
    </message>
    <message>
        <source>Layers of presentation states: hide and show</source>
        <translation>显示状态的图层：隐藏与显示</translation>
    </message>
    <message>
        <source>Hide or show the first layer of the presentation states</source>
        <translation>隐藏或显示各显示状态的第一个图层</translation>
    </message>
    <message>
        <source>Save how all views are shown</source>
        <translation>保存所有视图的显示方式</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Connects to the archive at this DICOMweb address.</source>
        <translation>连接位于此 DICOMweb 地址的归档。</translation>
    </message>
    <message>
        <source>Opens this study of the first archive that has it.</source>
        <translation>从第一个存有该检查的归档中打开此检查。</translation>
    </message>
    <message>
        <source>Runs a scenario file.</source>
        <translation>运行场景文件。</translation>
    </message>
    <message>
        <source>Runs the scenario without showing the window and ends.</source>
        <translation>不显示窗口运行场景，完成后退出。</translation>
    </message>
    <message>
        <source>Leaves the window open after the scenario.</source>
        <translation>场景结束后保留窗口。</translation>
    </message>
    <message>
        <source>Folder into which the scenario writes.</source>
        <translation>场景输出所用的文件夹。</translation>
    </message>
    <message>
        <source>Longest time of the scenario in seconds.</source>
        <translation>场景的最长时间（秒）。</translation>
    </message>
    <message>
        <source>Writes the scenario&apos;s actions to this file.</source>
        <translation>将场景的操作写入此文件。</translation>
    </message>
    <message>
        <source>Sets a variable of the scenario.</source>
        <translation>设置场景的变量。</translation>
    </message>
    <message>
        <source>Language of the window: zh_CN, zh_TW or en.</source>
        <translation>界面语言：zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>Colours of the window: dark or light.</source>
        <translation>界面配色：dark（深色）或 light（浅色）。</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>窗口大小（像素）。</translation>
    </message>
    <message>
        <source>Folder in which the settings are kept.</source>
        <translation>存放设置的文件夹。</translation>
    </message>
    <message>
        <source>Prints the milestones of the start as JSON.</source>
        <translation>以 JSON 输出启动各阶段的时间。</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>显示此说明。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>An archive&apos;s address must not contain a password. Enter it in the settings.</source>
        <translation>归档地址中不能包含密码。请在设置中输入。</translation>
    </message>
    <message>
        <source>“%1” is not a variable. Write it as NAME=VALUE.</source>
        <translation>“%1”不是变量。请写成 NAME=VALUE。</translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose zh_CN, zh_TW or en.</source>
        <translation>没有语言“%1”。可选 zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>There is no theme “%1”. Choose dark or light.</source>
        <translation>没有配色“%1”。可选 dark 或 light。</translation>
    </message>
    <message>
        <source>The scenario file “%1” does not exist.</source>
        <translation>场景文件“%1”不存在。</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>没有文件或文件夹“%1”。</translation>
    </message>
    <message>
        <source>--%1 needs --scenario.</source>
        <translation>--%1 须与 --scenario 一起使用。</translation>
    </message>
    <message>
        <source>“%1” is not a time in seconds.</source>
        <translation>“%1”不是以秒为单位的时间。</translation>
    </message>
    <message>
        <source>There is no option “%1”. --help lists them all.</source>
        <translation>没有选项“%1”。用 --help 查看全部选项。</translation>
    </message>
    <message>
        <source>An option lacks its value. --help lists them all.</source>
        <translation>有选项缺少取值。用 --help 查看全部选项。</translation>
    </message>
    <message>
        <source>Diagnostic workstation for radiologists.</source>
        <translation>放射科诊断工作站。</translation>
    </message>
    <message>
        <source>DICOM files and folders to open.</source>
        <translation>要打开的 DICOM 文件和文件夹。</translation>
    </message>
    <message>
        <source>“%1” is not a file that can hold a scenario.</source>
        <translation>“%1”不是可以存放场景的文件。</translation>
    </message>
    <message>
        <source>The scenario file “%1” cannot be read.</source>
        <translation>无法读取场景文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not the address of an archive. %2</source>
        <translation>归档地址“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is not a window size. Write it as 1920x1200, from %2x%3 to 16384x16384.</source>
        <translation>“%1”不是窗口尺寸。请写作 1920x1200，范围从 %2x%3 到 16384x16384。</translation>
    </message>
    <message>
        <source>Opens the study of this accession number.</source>
        <translation>打开此检查号的检查。</translation>
    </message>
    <message>
        <source>Only one study, accession number or link can be opened at once.</source>
        <translation>一次只能打开一个检查、检查号或链接。</translation>
    </message>
    <message>
        <source>Starts a program of its own. Without it one that runs already opens what is asked for and passes over --language, --theme and --size.</source>
        <translation>另行启动一个程序。不加此项时，由已在运行的程序打开所请求的内容，--language、--theme 和 --size 不被采用。</translation>
    </message>
    <message>
        <source>Consilium runs already. Passed over: %1. --another starts a program of its own.</source>
        <translation>Consilium 已在运行。未采用：%1。--another 可另行启动一个程序。</translation>
    </message>
</context>
<context>
    <name>CommandReasons</name>
    <message>
        <source>No slab is shown.</source>
        <translation>当前没有显示厚层。</translation>
    </message>
    <message>
        <source>No slab: %1.</source>
        <translation>无法做厚层：%1。</translation>
    </message>
    <message>
        <source>True size: these images do not say how large their pixels are.</source>
        <translation>实际大小：这些图像未说明像素尺寸。</translation>
    </message>
    <message>
        <source>True size needs this monitor measured with a ruler once: Settings, Monitors.</source>
        <translation>显示实际大小前，须用直尺测量一次本显示器：设置 › 显示器。</translation>
    </message>
    <message>
        <source>Images in colour have no window.</source>
        <translation>彩色图像没有窗宽窗位。</translation>
    </message>
    <message>
        <source>The file brings no window.</source>
        <translation>文件中没有窗宽窗位。</translation>
    </message>
    <message>
        <source>The file brings only this one window.</source>
        <translation>文件中只有这一组窗宽窗位。</translation>
    </message>
    <message>
        <source>This window is only for images in Hounsfield units.</source>
        <translation>此预设仅用于以 HU 为单位的图像。</translation>
    </message>
    <message>
        <source>Only for grey images.</source>
        <translation>仅用于灰度图像。</translation>
    </message>
    <message>
        <source>The slab holds the whole stack already.</source>
        <translation>厚层已包含整个序列。</translation>
    </message>
    <message>
        <source>The slab is down to one slice already.</source>
        <translation>厚层已只有一层。</translation>
    </message>
    <message>
        <source>No thicker slab: %1.</source>
        <translation>不能再加厚：%1。</translation>
    </message>
    <message>
        <source>Only for documents: the active view shows none.</source>
        <translation>仅用于文档：当前视图未显示文档。</translation>
    </message>
    <message>
        <source>Only for ECGs and other curves.</source>
        <translation>仅用于心电图和其他曲线。</translation>
    </message>
    <message>
        <source>Only for images: the active view shows a document.</source>
        <translation>仅用于图像：当前视图显示的是文档。</translation>
    </message>
    <message>
        <source>The active view shows no image.</source>
        <translation>当前视图未显示图像。</translation>
    </message>
    <message>
        <source>Only for PET images.</source>
        <translation>仅适用于 PET 图像。</translation>
    </message>
    <message>
        <source>True size: this image is calibrated by hand, and zoom knows only the file&apos;s millimetres.</source>
        <translation>实际大小：此图像经手动定标，而缩放只按文件给出的毫米计。</translation>
    </message>
    <message>
        <source>True size: this view lies across monitors whose pixels differ in size, or of which one was not measured.</source>
        <translation>实际大小：该视图跨越多台显示器，其像素大小不同，或其中一台未经测量。</translation>
    </message>
    <message>
        <source>The file brings only %1 windows.</source>
        <translation>文件只含 %1 组窗。</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>window</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Window, zoom and pan are each view&apos;s own.</source>
        <translation>各视图的窗宽窗位、缩放和平移互不联动。</translation>
    </message>
    <message>
        <source>Views go along in: %1.</source>
        <translation>各视图联动：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Views go to the slice of the 3D cursor.</source>
        <translation>设置三维光标时，各视图翻到光标所在层面。</translation>
    </message>
    <message>
        <source>Views stay at their slice when the 3D cursor is set.</source>
        <translation>设置三维光标时，各视图停留在当前层面。</translation>
    </message>
    <message>
        <source>No other series of this patient is open that could be laid over these images.</source>
        <translation>没有打开该患者的其他可与这些图像融合的序列。</translation>
    </message>
    <message>
        <source>No other series lies over these images.</source>
        <translation>这些图像未与其他序列融合。</translation>
    </message>
    <message>
        <source>No series can be laid over these images. %1</source>
        <translation>没有序列可与这些图像融合。%1</translation>
    </message>
    <message>
        <source>No 3D cursor is set.</source>
        <translation>未设置三维光标。</translation>
    </message>
    <message>
        <source>The series that lies over these images is no PET.</source>
        <translation>叠加在图像上的序列不是 PET。</translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>Long Axis</source>
        <translation>长径</translation>
    </message>
    <message>
        <source>Short Axis</source>
        <translation>短径</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>周长</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Standard Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Attenuation Coefficient</source>
        <translation>CT 值</translation>
    </message>
    <message>
        <source>Pixel value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>Signal Intensity</source>
        <translation>信号强度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>器官</translation>
    </message>
    <message>
        <source>Anatomical Structure</source>
        <translation>解剖结构</translation>
    </message>
    <message>
        <source>Morphologically Altered Structure</source>
        <translation>形态异常结构</translation>
    </message>
    <message>
        <source>Morphologically Abnormal Structure</source>
        <translation>形态异常结构</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>肿块</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>结节</translation>
    </message>
    <message>
        <source>Neoplasm</source>
        <translation>肿瘤</translation>
    </message>
    <message>
        <source>Neoplasm, Primary</source>
        <translation>原发肿瘤</translation>
    </message>
    <message>
        <source>Neoplasm, Secondary</source>
        <translation>转移瘤</translation>
    </message>
    <message>
        <source>Cyst</source>
        <translation>囊肿</translation>
    </message>
    <message>
        <source>Hemorrhage</source>
        <translation>出血</translation>
    </message>
    <message>
        <source>Edema</source>
        <translation>水肿</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Left Lung</source>
        <translation>左肺</translation>
    </message>
    <message>
        <source>Right Lung</source>
        <translation>右肺</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>肾脏</translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation>脾脏</translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation>胰腺</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation>主动脉</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Artery</source>
        <translation>动脉</translation>
    </message>
    <message>
        <source>Vein</source>
        <translation>静脉</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>脊髓</translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation>膀胱</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>前列腺</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>乳腺</translation>
    </message>
    <message>
        <source>Lymph node</source>
        <translation>淋巴结</translation>
    </message>
    <message>
        <source>External</source>
        <translation>体表轮廓</translation>
    </message>
    <message>
        <source>Avoidance</source>
        <translation>回避区</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支撑装置</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记物</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制区</translation>
    </message>
    <message>
        <source>Bolus</source>
        <translation>补偿物</translation>
    </message>
    <message>
        <source>Of Interest</source>
        <translation>值得关注</translation>
    </message>
    <message>
        <source>Rejected for Quality Reasons</source>
        <translation>因质量原因弃用</translation>
    </message>
    <message>
        <source>For Referring Provider</source>
        <translation>供申请医师</translation>
    </message>
    <message>
        <source>For Surgery</source>
        <translation>供手术</translation>
    </message>
    <message>
        <source>For Teaching</source>
        <translation>供教学</translation>
    </message>
    <message>
        <source>For Conference</source>
        <translation>供会诊讨论</translation>
    </message>
    <message>
        <source>For Therapy</source>
        <translation>供治疗</translation>
    </message>
    <message>
        <source>For Patient</source>
        <translation>供患者</translation>
    </message>
    <message>
        <source>For Peer Review</source>
        <translation>供同行评议</translation>
    </message>
    <message>
        <source>For Research</source>
        <translation>供科研</translation>
    </message>
    <message>
        <source>Quality Issue</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>For Report Attachment</source>
        <translation>附于报告</translation>
    </message>
    <message>
        <source>Imaging Measurement Report</source>
        <translation>影像测量报告</translation>
    </message>
    <message>
        <source>Imaging Report</source>
        <translation>影像报告</translation>
    </message>
    <message>
        <source>Diagnostic Imaging Report</source>
        <translation>影像诊断报告</translation>
    </message>
    <message>
        <source>Radiology Report</source>
        <translation>放射学报告</translation>
    </message>
    <message>
        <source>X-Ray Radiation Dose Report</source>
        <translation>X 线辐射剂量报告</translation>
    </message>
    <message>
        <source>Mammography CAD Report</source>
        <translation>乳腺 X 线 CAD 报告</translation>
    </message>
    <message>
        <source>Chest CAD Report</source>
        <translation>胸部 CAD 报告</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Left button</source>
        <translation>左键</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>电影播放</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Window and zoom</source>
        <translation>窗与缩放</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>像素间距</translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation>层厚</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>厚层</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>伪彩</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Split and put together</source>
        <translation>拆分与合并</translation>
    </message>
    <message>
        <source>Put together with</source>
        <translation>与以下序列合并</translation>
    </message>
    <message>
        <source>Measure and mark</source>
        <translation>测量与标记</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Fuse with</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Views together</source>
        <translation>视图联动</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>SUV</translation>
    </message>
    <message>
        <source>Of the file: %1</source>
        <extracomment>%1: what the file calls one of its windows or tables of grey values (&quot;LUNG&quot;)</extracomment>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>This mark</source>
        <translation>此标记</translation>
    </message>
    <message>
        <source>Zoom, turn and mirror</source>
        <translation>缩放、旋转与镜像</translation>
    </message>
    <message>
        <source>Marks and key images</source>
        <translation>标记与关键图像</translation>
    </message>
    <message>
        <source>About the image</source>
        <translation>图像信息</translation>
    </message>
</context>
<context>
    <name>DataIssue</name>
    <message>
        <source>Slices are missing.</source>
        <translation>缺少层面。</translation>
    </message>
    <message>
        <source>Findings in the gap cannot be seen; measurements across it are not reliable.</source>
        <translation>缺层处的病变无法看到；跨越缺层的测量不可靠。</translation>
    </message>
    <message>
        <source>Several images lie at the same position.</source>
        <translation>多幅图像位于同一位置。</translation>
    </message>
    <message>
        <source>They follow one another; the number of slices is not the number of positions.</source>
        <translation>它们依次排列；层面数不等于位置数。</translation>
    </message>
    <message>
        <source>The slices are not evenly spaced.</source>
        <translation>层面间距不均匀。</translation>
    </message>
    <message>
        <source>The images have different orientations.</source>
        <translation>图像方位不一致。</translation>
    </message>
    <message>
        <source>They do not form one volume: no reconstruction is made from all of them.</source>
        <translation>它们不构成一个容积：不会用全部图像进行重建。</translation>
    </message>
    <message>
        <source>The images belong to different frames of reference.</source>
        <translation>图像属于不同的参考坐标系。</translation>
    </message>
    <message>
        <source>Positions in one part cannot be compared with those in another.</source>
        <translation>各部分之间的位置不可相互比较。</translation>
    </message>
    <message>
        <source>The orientation in the patient is not known.</source>
        <translation>图像相对患者的方位未知。</translation>
    </message>
    <message>
        <source>No orientation letters are shown: left and right cannot be told from the data.</source>
        <translation>不显示方位字母：无法从数据判断左右。</translation>
    </message>
    <message>
        <source>The image has no scale.</source>
        <translation>图像没有比例尺信息。</translation>
    </message>
    <message>
        <source>Lengths are given in pixels, not in millimetres.</source>
        <translation>长度以像素而非毫米表示。</translation>
    </message>
    <message>
        <source>The gantry was tilted.</source>
        <translation>扫描机架有倾斜。</translation>
    </message>
    <message>
        <source>A window setting in the file is not valid.</source>
        <translation>文件中的窗宽窗位无效。</translation>
    </message>
    <message>
        <source>It is not used; brightness and contrast may differ from what was intended.</source>
        <translation>未予采用；亮度和对比度可能与原意不同。</translation>
    </message>
    <message>
        <source>A scale in the file is not valid.</source>
        <translation>文件中的像素间距无效。</translation>
    </message>
    <message>
        <source>It is not used for measurements.</source>
        <translation>不用于测量。</translation>
    </message>
    <message>
        <source>The padding value in the file is not valid.</source>
        <translation>文件中的填充值无效。</translation>
    </message>
    <message>
        <source>Pixels outside the scanned area may count as image.</source>
        <translation>扫描范围以外的像素可能被计入图像。</translation>
    </message>
    <message>
        <source>Only images of one patient are shown together. Check the identity before reading.</source>
        <translation>只有同一患者的图像会一起显示。阅片前请核对身份。</translation>
    </message>
    <message>
        <source>It was decoded by its content. Check the patient&apos;s name.</source>
        <translation>已按内容解码。请核对患者姓名。</translation>
    </message>
    <message>
        <source>The file was not written correctly.</source>
        <translation>文件写入不规范。</translation>
    </message>
    <message>
        <source>%1 (at slice %2)</source>
        <translation>%1（第 %2 层）</translation>
    </message>
    <message>
        <source>%1 (slices %2 to %3)</source>
        <translation>%1（第 %2 至 %3 层）</translation>
    </message>
    <message>
        <source>Scrolling does not move by equal distances.</source>
        <translation>翻页时移动的距离不相等。</translation>
    </message>
    <message>
        <source>Each slice is shifted against the one before.</source>
        <translation>每一层相对前一层有偏移。</translation>
    </message>
    <message>
        <source>Slices are missing: %1 between slices %2 and %3.</source>
        <translation>第 %2–%3 层之间缺 %1 层。</translation>
    </message>
    <message>
        <source>The series is stored %1 times.</source>
        <translation>该序列存储了 %1 份。</translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°.</source>
        <translation>扫描机架倾斜了 %1°。</translation>
    </message>
    <message>
        <source>The images have %1 different orientations.</source>
        <translation>图像有 %1 种不同方位。</translation>
    </message>
    <message>
        <source>The images belong to %1 different frames of reference.</source>
        <translation>图像属于 %1 个不同的参考坐标系。</translation>
    </message>
    <message>
        <source>Findings in the gap of %1 mm cannot be seen; measurements across it are not reliable.</source>
        <translation>%1 mm 缺层处的病变无法看到；跨越缺层的测量不可靠。</translation>
    </message>
    <message>
        <source>Each copy is a stack of its own; nothing in the files tells them apart.</source>
        <translation>每份单独成组；文件中没有任何信息可区分它们。</translation>
    </message>
    <message>
        <source>They follow one another; there are %1 more images than positions.</source>
        <translation>它们依次排列；图像数比位置数多 %1。</translation>
    </message>
    <message>
        <source>Scrolling moves by %1 to %2 mm, not by equal distances.</source>
        <translation>翻页时每次移动 %1 至 %2 mm，距离不相等。</translation>
    </message>
    <message>
        <source>The positions of the images are not known.</source>
        <translation>图像在体内的位置未知。</translation>
    </message>
    <message>
        <source>They are in the order of their numbers; distances between them are not known.</source>
        <translation>按编号排列；图像之间的距离未知。</translation>
    </message>
    <message>
        <source>Drawings that belong over the image cannot be shown.</source>
        <translation>应叠加在图像上的标注图形无法显示。</translation>
    </message>
    <message>
        <source>They may mark findings or name the side.</source>
        <translation>其中可能标有病灶或左右侧别。</translation>
    </message>
    <message>
        <source>It was read as the repair says; check what depends on it.</source>
        <translation>已按修复方式读取；请核对与之相关的内容。</translation>
    </message>
    <message>
        <source>Parts of the image have scales of their own, or none.</source>
        <translation>图像各部分的比例尺不同，或没有比例尺。</translation>
    </message>
    <message>
        <source>Lengths in millimetres hold within one part; elsewhere they are in pixels.</source>
        <translation>毫米长度仅在同一部分内有效；其他位置以像素为单位。</translation>
    </message>
    <message>
        <source>The colour profile of the image cannot be used.</source>
        <translation>图像的色彩配置文件无法使用。</translation>
    </message>
    <message>
        <source>Colours are shown as stored and may differ from what was intended.</source>
        <translation>颜色按存储值显示，可能与原意不同。</translation>
    </message>
    <message>
        <source>The video does not have as many frames as its header says.</source>
        <translation>视频的帧数与文件头所述不符。</translation>
    </message>
    <message>
        <source>What is missing or too much cannot be seen.</source>
        <translation>缺少或多出的帧无法查看。</translation>
    </message>
    <message>
        <source>The stack was made by hand.</source>
        <translation>该组图像是手动编组的。</translation>
    </message>
    <message>
        <source>A reader has split series or put them together; the files are as they were.</source>
        <translation>阅片者拆分或合并了序列；文件未作改动。</translation>
    </message>
    <message>
        <source>The series was not arranged as it was asked for by hand.</source>
        <translation>该序列未能按手动要求编组。</translation>
    </message>
    <message>
        <source>What cannot be one stack stays apart; the images are shown as they are stored.</source>
        <translation>不能成为一组的图像保持分开；图像按原始序列显示。</translation>
    </message>
    <message>
        <source>Text was read in another character set than it was written in.</source>
        <translation>文字的读取字符集与写入时的字符集不一致。</translation>
    </message>
    <message>
        <source>Each series bears the name in its own files. Check the identity before reading.</source>
        <translation>每个序列标注其文件自身所写的姓名。阅片前请核对患者身份。</translation>
    </message>
    <message>
        <source>They are not shown. Check whose study this is before reading.</source>
        <translation>这些对象不予显示。阅片前请核对此检查属于哪位患者。</translation>
    </message>
    <message>
        <source>Age, birth date and date of the study contradict each other.</source>
        <translation>年龄、出生日期与检查日期相互矛盾。</translation>
    </message>
    <message>
        <source>One of them is wrong, or the study is another patient&apos;s. Check the identity before reading.</source>
        <translation>其中一项有误，或检查属于另一位患者。阅片前请核对身份。</translation>
    </message>
    <message>
        <source>Different patients in this series.</source>
        <translation>不同患者的图像混在此序列中。</translation>
    </message>
    <message>
        <source>Another series&apos; objects came with this one.</source>
        <translation>另一序列的对象混入此序列。</translation>
    </message>
    <message>
        <source>They are not shown. Check whose images these are before reading.</source>
        <translation>这些对象不予显示。阅片前请核对图像属于谁。</translation>
    </message>
    <message>
        <source>Another patient&apos;s objects, or nobody&apos;s, in this study: %1.</source>
        <translation>另一患者或未注明患者的对象在此检查中：%1 个。</translation>
    </message>
    <message>
        <source>Another study&apos;s objects came with this series: %1.</source>
        <translation>另一检查的对象混入此序列：%1 个。</translation>
    </message>
    <message>
        <source>%1 different patients in this study.</source>
        <translation>%1 名不同患者的图像在此检查中。</translation>
    </message>
    <message>
        <source>%1 different patients in this series.</source>
        <translation>%1 名不同患者的图像在此序列中。</translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used.</source>
        <translation>文件中的帧时间无法使用。</translation>
    </message>
    <message>
        <source>Played, it may be faster or slower than what was recorded.</source>
        <translation>播放速度可能快于或慢于实际采集。</translation>
    </message>
    <message>
        <source>Parts of outlines could not be read.</source>
        <translation>轮廓的部分内容无法读取。</translation>
    </message>
    <message>
        <source>They are not drawn: where nothing is outlined, something may be.</source>
        <translation>这些部分未绘制：没有轮廓处也可能有目标。</translation>
    </message>
    <message>
        <source>Outlines have another number of points than they say.</source>
        <translation>轮廓的点数与所声明的不符。</translation>
    </message>
    <message>
        <source>They are drawn as they were read; something of them may be missing.</source>
        <translation>按读出的内容绘制；其中可能有缺失。</translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used: %1 frames/s instead.</source>
        <translation>文件中的帧时间无法使用：改用 %1 帧/秒。</translation>
    </message>
    <message>
        <source>Parts of outlines that could not be read: %1.</source>
        <translation>无法读取的轮廓部分：%1 个。</translation>
    </message>
    <message>
        <source>Outlines that have another number of points than they say: %1.</source>
        <translation>点数与所声明不符的轮廓：%1 个。</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less before the first, %2 less after the last.</source>
        <translation>比同序列其他图像组少层面：首层之前少 %1 层，末层之后少 %2 层。</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less before the first.</source>
        <translation>比同序列其他图像组少层面：首层之前少 %1 层。</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less after the last.</source>
        <translation>比同序列其他图像组少层面：末层之后少 %1 层。</translation>
    </message>
    <message>
        <source>What lies there cannot be seen in this stack: the slices were not taken, or have not come.</source>
        <translation>该范围在本组图像中无法看到：未扫描，或图像未收到。</translation>
    </message>
    <message>
        <source>Different images bear the same UID: %1 left out.</source>
        <translation>不同图像使用了相同的 UID：%1 个文件未显示。</translation>
    </message>
    <message>
        <source>Of each, one file is shown; what the others hold cannot be seen. The list of files left out names them.</source>
        <translation>每个 UID 只显示一个文件，其余文件的内容看不到；文件名见未打开文件列表。</translation>
    </message>
    <message>
        <source>They are one stack all the same, in the order of their positions: that these fit together is not certain.</source>
        <translation>仍按位置排列为同一组图像；这些位置彼此是否一致无法确定。</translation>
    </message>
    <message>
        <source>Something of a saved object is not shown.</source>
        <translation>所保存对象中的部分内容未显示。</translation>
    </message>
    <message>
        <source>Marks, views or key images that others have saved may be missing here.</source>
        <translation>此处可能缺少他人保存的标记、显示状态或关键图像。</translation>
    </message>
</context>
<context>
    <name>DataSet</name>
    <message>
        <source>phase %1</source>
        <translation>期相 %1</translation>
    </message>
    <message>
        <source>orientation %1</source>
        <translation>方位 %1</translation>
    </message>
    <message>
        <source>temporal position %1</source>
        <translation>时间位置 %1</translation>
    </message>
    <message>
        <source>acquisition %1</source>
        <translation>采集 %1</translation>
    </message>
    <message>
        <source>echo %1</source>
        <translation>回波 %1</translation>
    </message>
    <message>
        <source>image type %1</source>
        <translation>图像类型 %1</translation>
    </message>
    <message>
        <source>without position</source>
        <translation>无位置信息</translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation>患者 %1</translation>
    </message>
    <message>
        <source>frame of reference %1</source>
        <translation>参考坐标系 %1</translation>
    </message>
    <message>
        <source>matrix %1</source>
        <translation>矩阵 %1</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>副本 %1</translation>
    </message>
    <message>
        <source>localizer</source>
        <translation>定位像</translation>
    </message>
    <message>
        <source>other orientation</source>
        <translation>其他方位</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>对象 %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>无分割</translation>
    </message>
    <message>
        <source>One of the series has no images yet.</source>
        <translation>其中一个序列尚无图像。</translation>
    </message>
    <message>
        <source>Segmentations are never split or put together.</source>
        <translation>分割不能拆分或合并。</translation>
    </message>
    <message>
        <source>Series of different studies are never put together.</source>
        <translation>不同检查的序列不能合并。</translation>
    </message>
    <message>
        <source>Series of different patients are never put together.</source>
        <translation>不同患者的序列不能合并。</translation>
    </message>
    <message>
        <source>Series that share no frame of reference are never put together.</source>
        <translation>没有共同参考坐标系的序列不能合并。</translation>
    </message>
    <message>
        <source>Series of different modalities are never put together.</source>
        <translation>不同设备类型的序列不能合并。</translation>
    </message>
    <message>
        <source>Series whose pixel values mean different things are never put together.</source>
        <translation>像素值含义不同的序列不能合并。</translation>
    </message>
    <message>
        <source>Series whose images do not lie parallel are never put together.</source>
        <translation>图像不平行的序列不能合并。</translation>
    </message>
    <message>
        <source>by hand, part %1</source>
        <translation>手动，第 %1 部分</translation>
    </message>
    <message>
        <source>put together by hand</source>
        <translation>手动合并</translation>
    </message>
    <message>
        <source>by hand, the rest</source>
        <translation>手动，其余部分</translation>
    </message>
    <message>
        <source>unknown phase</source>
        <translation>期相未知</translation>
    </message>
    <message>
        <source>temporal position unknown</source>
        <translation>时间位置未知</translation>
    </message>
    <message>
        <source>acquisition unknown</source>
        <translation>采集号未知</translation>
    </message>
    <message>
        <source>echo unknown</source>
        <translation>回波未知</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心电图</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Clinical document</source>
        <translation>临床文档</translation>
    </message>
    <message>
        <source>Structured report</source>
        <translation>结构化报告</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未审核</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>显示状态</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation>有取值不允许。</translation>
    </message>
    <message>
        <source>It no longer exists there.</source>
        <translation>在该处已找不到。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>这不是 DICOM 文件。</translation>
    </message>
    <message>
        <source>The DICOM file ends too early.</source>
        <translation>DICOM 文件不完整，提前结束。</translation>
    </message>
    <message>
        <source>The DICOM file contradicts itself.</source>
        <translation>DICOM 文件内容自相矛盾。</translation>
    </message>
    <message>
        <source>The object contains no image.</source>
        <translation>该对象不含图像。</translation>
    </message>
    <message>
        <source>This kind of image compression is not supported.</source>
        <translation>不支持此种图像压缩。</translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation>不支持此类图像。</translation>
    </message>
    <message>
        <source>The image data are damaged.</source>
        <translation>图像数据已损坏。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>无法连接归档。</translation>
    </message>
    <message>
        <source>The archive does not answer.</source>
        <translation>归档没有应答。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not trusted.</source>
        <translation>归档的证书不受信任。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已中断。</translation>
    </message>
    <message>
        <source>The archive does not accept the user name or password.</source>
        <translation>归档不接受该用户名或密码。</translation>
    </message>
    <message>
        <source>The archive does not permit this.</source>
        <translation>归档不允许此操作。</translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation>归档负载过高。</translation>
    </message>
    <message>
        <source>The archive reports an internal error.</source>
        <translation>归档报告内部错误。</translation>
    </message>
    <message>
        <source>The archive&apos;s answer cannot be understood.</source>
        <translation>无法理解归档的应答。</translation>
    </message>
    <message>
        <source>You are not permitted to do this.</source>
        <translation>您没有此项权限。</translation>
    </message>
    <message>
        <source>Somebody else has changed it in the meantime.</source>
        <translation>其间已被他人更改。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>不支持此项。</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>发生内部错误。</translation>
    </message>
    <message>
        <source>The image could not be decoded: its data stopped the decoder.</source>
        <translation>图像无法解码：其数据使解码器中止。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The address does not lead to a DICOMweb service.</source>
        <translation>该地址没有 DICOMweb 服务。</translation>
    </message>
    <message>
        <source>The keychain of this computer has not been unlocked yet.</source>
        <translation>本机的钥匙串尚未解锁。</translation>
    </message>
    <message>
        <source>whole-slide image</source>
        <translation>全切片数字病理图像</translation>
    </message>
    <message>
        <source>sound recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心电图</translation>
    </message>
    <message>
        <source>waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>presentation state</source>
        <translation>显示状态</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>配准</translation>
    </message>
    <message>
        <source>raw data</source>
        <translation>原始数据</translation>
    </message>
    <message>
        <source>value mapping</source>
        <translation>数值映射</translation>
    </message>
    <message>
        <source>key image note</source>
        <translation>关键图像说明</translation>
    </message>
    <message>
        <source>structured report</source>
        <translation>结构化报告</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>radiotherapy structures</source>
        <translation>放疗结构</translation>
    </message>
    <message>
        <source>radiotherapy plan</source>
        <translation>放疗计划</translation>
    </message>
    <message>
        <source>The archive wants a sign-in, and none is set.</source>
        <translation>归档要求登录，但尚未设置登录方式。</translation>
    </message>
    <message>
        <source>The archive does not accept the token.</source>
        <translation>归档不接受该令牌。</translation>
    </message>
    <message>
        <source>The compressed data set of the DICOM file is damaged.</source>
        <translation>DICOM 文件的压缩数据集已损坏。</translation>
    </message>
    <message>
        <source>waveform of kind MB</source>
        <translation>MB 类型的波形</translation>
    </message>
    <message>
        <source>waveform of kind AB</source>
        <translation>AB 类型的波形</translation>
    </message>
    <message>
        <source>Videos (%1) cannot be shown: the program ffmpeg is not installed (package &quot;ffmpeg&quot;).</source>
        <translation>无法显示视频（%1）：未安装程序 ffmpeg（软件包“ffmpeg”）。</translation>
    </message>
    <message>
        <source>surface segmentation</source>
        <translation>表面分割</translation>
    </message>
    <message>
        <source>label map segmentation</source>
        <translation>标签图分割</translation>
    </message>
    <message>
        <source>waveform that is too long</source>
        <translation>过长的波形</translation>
    </message>
    <message>
        <source>document with an encoded body</source>
        <translation>正文经过编码的文档</translation>
    </message>
    <message>
        <source>document without text</source>
        <translation>没有文字的文档</translation>
    </message>
    <message>
        <source>The archive does not offer this in a form that can be read.</source>
        <translation>归档无法以可读取的形式提供所请求的内容。</translation>
    </message>
    <message>
        <source>Another open study has a series of the same Series Instance UID: only one of them can be shown. This one comes when the other study is closed.</source>
        <translation>另一个已打开的检查中有相同 Series Instance UID 的序列：两者只能显示其一。关闭那个检查后，此序列会自动加载。</translation>
    </message>
    <message>
        <source>Another open study has images of the same SOP Instance UIDs: shown side by side they could be mistaken for one another. These come when the other study is closed.</source>
        <translation>另一个已打开的检查中有相同 SOP Instance UID 的图像：并排显示可能互相混淆。关闭那个检查后，这些图像会自动加载。</translation>
    </message>
    <message>
        <source>The images name another patient than their study: they are not shown.</source>
        <translation>图像中的患者与其检查的患者不同：不予显示。</translation>
    </message>
    <message>
        <source>The images name no patient, where others of the study do: they are not shown.</source>
        <translation>这些图像没有写明患者，而同一检查的其他图像写明了：不予显示。</translation>
    </message>
    <message>
        <source>A study of another patient with the same Study Instance UID is open. Close that one first.</source>
        <translation>已打开另一位患者的检查，其 Study Instance UID 相同。请先关闭那个检查。</translation>
    </message>
    <message>
        <source>The archive sent objects of another study: they are not shown.</source>
        <translation>归档发来了另一检查的对象：不予显示。</translation>
    </message>
    <message>
        <source>The archive sent objects of another series: they are not shown.</source>
        <translation>归档发来了另一序列的对象：不予显示。</translation>
    </message>
    <message>
        <source>The archive sent another object than the one asked for: it is not shown.</source>
        <translation>归档发来的不是所请求的对象：不予显示。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is damaged: it has no DICOM content.</source>
        <translation>文件已损坏：没有 DICOM 内容。</translation>
    </message>
    <message>
        <source>This is no file but a pipe, a socket or a device: it is not opened.</source>
        <translation>这不是文件，而是管道、套接字或设备：不予打开。</translation>
    </message>
    <message>
        <source>No longer in the archive.</source>
        <translation>已不在归档中。</translation>
    </message>
    <message>
        <source>The archive no longer has this series.</source>
        <translation>归档中已没有此序列。</translation>
    </message>
    <message>
        <source>The archive has nothing of this study.</source>
        <translation>归档中没有此检查的内容。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate has expired.</source>
        <translation>归档的证书已过期。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not valid yet.</source>
        <translation>归档的证书尚未生效。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is for another address.</source>
        <translation>归档的证书属于另一个地址。</translation>
    </message>
    <message>
        <source>The archive has signed its certificate itself: it is not trusted.</source>
        <translation>归档使用自签名证书，不受信任。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate comes from an authority that this computer does not know.</source>
        <translation>签发归档证书的颁发机构不为本机所知。</translation>
    </message>
    <message>
        <source>The server does not speak TLS at this address.</source>
        <translation>该地址的服务器不使用 TLS。</translation>
    </message>
    <message>
        <source>No encrypted connection to the archive could be agreed on.</source>
        <translation>无法与归档协商建立加密连接。</translation>
    </message>
    <message>
        <source>The archive does not accept the question.</source>
        <translation>归档不接受此请求。</translation>
    </message>
    <message>
        <source>The file does not say which study it belongs to.</source>
        <translation>文件未注明所属检查。</translation>
    </message>
    <message>
        <source>The file does not say which series it belongs to.</source>
        <translation>文件未注明所属序列。</translation>
    </message>
    <message>
        <source>The image does not say how large it is.</source>
        <translation>图像未注明行数或列数。</translation>
    </message>
    <message>
        <source>Another file has the same SOP Instance UID and other contents.</source>
        <translation>另一个文件的 SOP Instance UID 相同，但内容不同。</translation>
    </message>
    <message>
        <source>The folder cannot be looked into: nothing that lies in it is shown.</source>
        <translation>无法打开该文件夹：其中的内容均未显示。</translation>
    </message>
    <message>
        <source>An object of another open study has the same SOP Instance UID.</source>
        <translation>另一个已打开检查中的对象具有相同的 SOP Instance UID。</translation>
    </message>
    <message>
        <source>The archive could not give this image.</source>
        <translation>归档无法提供此图像。</translation>
    </message>
    <message>
        <source>The archive could not give this series.</source>
        <translation>归档无法提供此序列。</translation>
    </message>
    <message>
        <source>The proxy of this network does not answer: the archive was not asked.</source>
        <translation>本网络的代理服务器没有应答：未能询问归档。</translation>
    </message>
    <message>
        <source>The proxy of this network wants a sign-in: the archive was not asked.</source>
        <translation>本网络的代理服务器要求登录：未能询问归档。</translation>
    </message>
    <message>
        <source>The proxy of this network lets nothing through to the archive.</source>
        <translation>本网络的代理服务器不允许连接归档。</translation>
    </message>
    <message>
        <source>The proxy of this network does not reach the archive.</source>
        <translation>本网络的代理服务器无法连接归档。</translation>
    </message>
    <message>
        <source>The archive did not give a table that the image needs.</source>
        <translation>归档未提供显示此图像所需的查找表。</translation>
    </message>
    <message>
        <source>The folder could not be listed to its end: files that lie in it may be missing.</source>
        <translation>该文件夹未能列全：其中可能还有未显示的文件。</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer version of this program. It was left as it is.</source>
        <translation>本机保存的数据由本程序的较新版本写入，未作任何更改。</translation>
    </message>
    <message>
        <source>What is kept on this computer does not open with the key in the keychain. It was left as it is.</source>
        <translation>钥匙串中的密钥无法打开本机保存的数据，数据未作任何更改。</translation>
    </message>
    <message>
        <source>What is kept on this computer is in use: this program is already running.</source>
        <translation>本机保存的数据正在使用中：本程序已在运行。</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged.</source>
        <translation>本机保存的数据已损坏。</translation>
    </message>
    <message>
        <source>The PDF document is damaged: it cannot be read.</source>
        <translation>PDF 文档已损坏，无法读取。</translation>
    </message>
    <message>
        <source>The PDF document is locked with a password.</source>
        <translation>PDF 文档有密码保护。</translation>
    </message>
</context>
<context>
    <name>Fusion</name>
    <message>
        <source>the series is not there (yet)</source>
        <translation>该序列不存在或尚未载入</translation>
    </message>
    <message>
        <source>it is the series that is shown</source>
        <translation>即当前显示的序列</translation>
    </message>
    <message>
        <source>images in colour</source>
        <translation>彩色图像</translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation>在患者体内的位置未知</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>参考坐标系不同</translation>
    </message>
    <message>
        <source>its slices are not evenly spaced</source>
        <translation>层间距不均匀</translation>
    </message>
    <message>
        <source>its slices differ in size, spacing or unit</source>
        <translation>各层的矩阵、像素间距或单位不一致</translation>
    </message>
    <message>
        <source>more slices than fit into memory</source>
        <translation>层数超出内存容量</translation>
    </message>
    <message>
        <source>Not fused with %1: %2</source>
        <translation>未与 %1 融合：%2</translation>
    </message>
    <message>
        <source>Not fused with %1: a slab is shown</source>
        <translation>未与 %1 融合：正在显示厚层</translation>
    </message>
    <message>
        <source>Not fused with %1: no SUV, %2</source>
        <translation>未与 %1 融合：无 SUV，%2</translation>
    </message>
    <message>
        <source>Fused: %1</source>
        <translation>融合：%1</translation>
    </message>
    <message>
        <source>does not reach this image</source>
        <translation>未覆盖本图像</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>载入中</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing</source>
        <translation>
            <numerusform>缺少 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>window from %1 of %2 slices</source>
        <translation>窗依据 %2 层中的 %1 层</translation>
    </message>
    <message>
        <source>another patient, or not confirmed as the same one</source>
        <translation>不是同一患者，或尚未确认为同一患者</translation>
    </message>
</context>
<context>
    <name>HangingConditions</name>
    <message>
        <source>Modality</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧别</translation>
    </message>
    <message>
        <source>View</source>
        <translation>投照体位</translation>
    </message>
    <message>
        <source>Image type</source>
        <translation>图像类型</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>层面方向</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>横断位</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>L: left, R: right, B: both. An image that does not say its side is not taken.</source>
        <translation>L：左，R：右，B：双侧。未注明侧别的图像不会被采用。</translation>
    </message>
    <message>
        <source>View Position, or the meaning of the View Code: CC, MLO, PA, AP, LAT … An image that does not say its view is not taken.</source>
        <translation>View Position，或 View Code 的含义：CC、MLO、PA、AP、LAT 等。未注明投照体位的图像不会被采用。</translation>
    </message>
    <message>
        <source>All of them are values of Image Type.</source>
        <translation>这些值须全部出现在 Image Type 中。</translation>
    </message>
    <message>
        <source>Series description</source>
        <translation>序列描述</translation>
    </message>
    <message>
        <source>Which one, from the newest</source>
        <translation>由近到远第几次</translation>
    </message>
    <message>
        <source>At most days old</source>
        <translation>最多相隔天数</translation>
    </message>
    <message>
        <source>of the same modality</source>
        <translation>设备类型相同</translation>
    </message>
    <message>
        <source>of the same body part</source>
        <translation>部位相同</translation>
    </message>
    <message>
        <source>Earlier than the day</source>
        <translation>早于此日</translation>
    </message>
    <message>
        <source>YYYYMMDD; empty: earlier than the current study.</source>
        <translation>YYYYMMDD；不填：早于本次检查。</translation>
    </message>
    <message>
        <source>Images of the study</source>
        <translation>检查的图像数</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Prior study</source>
        <translation>既往检查</translation>
    </message>
    <message>
        <source>there or not</source>
        <translation>有无均可</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>有</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Study description</source>
        <translation>检查描述</translation>
    </message>
    <message>
        <source>Series that must be there</source>
        <translation>必须具备的序列</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add a condition on a series</source>
        <translation>添加序列条件</translation>
    </message>
    <message>
        <source>Remove the condition on a series</source>
        <translation>移除序列条件</translation>
    </message>
    <message>
        <source>How many fit</source>
        <translation>符合的数目</translation>
    </message>
</context>
<context>
    <name>HangingDraft</name>
    <message>
        <source>Stage %1: %2</source>
        <translation>阶段 %1：%2</translation>
    </message>
    <message>
        <source>Stage %1, view %2: %3</source>
        <translation>阶段 %1，视图 %2：%3</translation>
    </message>
    <message>
        <source>Series condition %1: %2</source>
        <translation>序列条件 %1：%2</translation>
    </message>
    <message>
        <source>The window has no centre or no width.</source>
        <translation>未填写窗位或窗宽。</translation>
    </message>
    <message>
        <source>The protocol has no name.</source>
        <translation>协议没有名称。</translation>
    </message>
    <message>
        <source>No letter is chosen that it is aligned by.</source>
        <translation>未选择用于对齐的方位字母。</translation>
    </message>
</context>
<context>
    <name>HangingFields</name>
    <message>
        <source>Several are separated by commas: one of them is enough.</source>
        <translation>多个值用逗号分隔：符合其一即可。</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>%1，最少</translation>
    </message>
    <message>
        <source>%1, at most</source>
        <translation>%1，最多</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>%1 contains</source>
        <translation>%1包含</translation>
    </message>
    <message>
        <source>%1 does not contain</source>
        <translation>%1不包含</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1匹配</translation>
    </message>
    <message>
        <source>Several are separated by commas: none of them may stand in it.</source>
        <translation>多个值用逗号分隔：一个都不得出现。</translation>
    </message>
    <message>
        <source>A regular expression that matches somewhere in it. The case of letters never counts.</source>
        <translation>正则表达式，与其中任一处匹配即可。不区分大小写。</translation>
    </message>
    <message>
        <source>but not</source>
        <translation>但不含</translation>
    </message>
    <message>
        <source>matches pattern</source>
        <translation>匹配表达式</translation>
    </message>
</context>
<context>
    <name>HangingNote</name>
    <message>
        <source>axial</source>
        <translation>横断位</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>any series</source>
        <translation>任意序列</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: the study has no image for this place (%1)</source>
        <translation>悬挂协议留空：本检查没有适合此处的图像（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: not all series are described yet (%1)</source>
        <translation>悬挂协议留空：尚有序列未读取完信息（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: images that may belong here do not say their side, view, body part or plane (%1)</source>
        <translation>悬挂协议留空：可能属于此处的图像未注明侧别、体位、部位或方位（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: there are fewer images of this kind (%1)</source>
        <translation>悬挂协议留空：此类图像没有这么多（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: no earlier study that fits is open (%1)</source>
        <translation>悬挂协议留空：没有已打开的、符合条件的既往检查（%1）</translation>
    </message>
    <message>
        <source>not turned: it does not say how it lies in the patient as the protocol needs it</source>
        <translation>未旋转：图像没有协议所需的患者方位信息</translation>
    </message>
    <message>
        <source>chest wall not aligned: it does not say which breast it shows</source>
        <translation>胸壁未对齐：图像未注明是哪一侧乳腺</translation>
    </message>
    <message>
        <source>chest wall not aligned: its view is not known</source>
        <translation>胸壁未对齐：投照体位不明</translation>
    </message>
    <message>
        <source>fitted, not to scale: it has no spacing</source>
        <translation>已适应窗口，未按统一比例：图像未校准（无像素间距）</translation>
    </message>
    <message>
        <source>fitted, not to one scale: the images are not calibrated in the same plane</source>
        <translation>已适应窗口，未按统一比例：各图像的校准平面不同</translation>
    </message>
    <message>
        <source>fitted, not in true size: this monitor was not measured</source>
        <translation>已适应窗口，未按实际大小：此显示器未测量</translation>
    </message>
    <message>
        <source>window as the file says: its values are no Hounsfield units</source>
        <translation>按文件的窗宽窗位显示：其数值不是 HU</translation>
    </message>
    <message>
        <source>first image: no key image is known</source>
        <translation>显示第一幅图像：没有已知的关键图像</translation>
    </message>
    <message>
        <source>views not linked: fewer than two of them say where they lie</source>
        <translation>视图未联动：有空间位置信息的视图不足两个</translation>
    </message>
    <message>
        <source>fitted, not in true size: the view lies across monitors whose pixels differ in size, or of which one was not measured</source>
        <translation>已适应窗口，未按实际大小：视图跨越多台显示器，其像素大小不同，或其中一台未经测量</translation>
    </message>
</context>
<context>
    <name>HangingProblem</name>
    <message>
        <source>an object { }</source>
        <translation>对象 { }</translation>
    </message>
    <message>
        <source>a list [ ]</source>
        <translation>列表 [ ]</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>带引号的文本</translation>
    </message>
    <message>
        <source>a text in quotes or a list of such texts</source>
        <translation>带引号的文本，或由其组成的列表</translation>
    </message>
    <message>
        <source>a text in quotes or an object { }</source>
        <translation>带引号的文本或对象 { }</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>a name in quotes</source>
        <translation>带引号的名称</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation>逗号或 ]</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>逗号或 }</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>右引号</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>文件结尾</translation>
    </message>
    <message>
        <source>a date as YYYYMMDD</source>
        <translation>YYYYMMDD 格式的日期</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB: this is no hanging protocol.</source>
        <translation>文件大于 1 MiB：这不是悬挂协议。</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>文件不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Brackets are nested more than 32 deep.</source>
        <translation>括号嵌套超过 32 层。</translation>
    </message>
    <message>
        <source>The file ends here; expected is %1.</source>
        <translation>文件到此结束，此处应为%1。</translation>
    </message>
    <message>
        <source>Here stands %1; expected is %2.</source>
        <translation>此处是%1，应为%2。</translation>
    </message>
    <message>
        <source>After a backslash “%1” has no meaning; write \\ for the backslash itself.</source>
        <translation>反斜杠后的“%1”没有意义；反斜杠本身请写作 \\。</translation>
    </message>
    <message>
        <source>A text in quotes ends on its own line and holds no control characters; expected is a closing quote.</source>
        <translation>带引号的文本须在同一行内结束，且不得含控制字符；此处应为右引号。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>The field “%1” stands here for the second time.</source>
        <translation>字段“%1”在此重复出现。</translation>
    </message>
    <message>
        <source>There is no field “%1” here; there may be: %2.</source>
        <translation>此处没有字段“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>The field “%1” is missing here.</source>
        <translation>此处缺少字段“%1”。</translation>
    </message>
    <message>
        <source>The field “%1” must be %2.</source>
        <translation>字段“%1”必须是%2。</translation>
    </message>
    <message>
        <source>“%1” is unknown here; there may be: %2.</source>
        <translation>此处不认识“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>%1 is out of range; expected is %2.</source>
        <translation>%1 超出范围，应为 %2。</translation>
    </message>
    <message>
        <source>“%1” and “%2” exclude one another: only one of them may stand here.</source>
        <translation>“%1”与“%2”互相排斥：此处只能有其中之一。</translation>
    </message>
    <message>
        <source>“%1” has no meaning here without “%2”.</source>
        <translation>没有“%2”，此处的“%1”没有意义。</translation>
    </message>
    <message>
        <source>“%1” is no regular expression (%2).</source>
        <translation>“%1”不是正则表达式（%2）。</translation>
    </message>
    <message>
        <source>The file is of format version %1; this program reads version 1.</source>
        <translation>文件的格式版本为 %1；本程序读取版本 1。</translation>
    </message>
    <message>
        <source>Another file, %2, has the id “%1” already.</source>
        <translation>另一个文件 %2 已使用标识“%1”。</translation>
    </message>
    <message>
        <source>All monitors of a stage must have the same number of rows.</source>
        <translation>同一阶段的所有显示器必须行数相同。</translation>
    </message>
    <message>
        <source>The monitors of a stage have more than 8 columns together.</source>
        <translation>同一阶段各显示器的列数合计超过 8。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language of this file</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>“%1” asks for nothing here: leave it out, or write what has to hold.</source>
        <translation>此处的“%1”没有任何要求：请删去，或写明必须符合的内容。</translation>
    </message>
</context>
<context>
    <name>HangingWords</name>
    <message>
        <source>modality</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>study description</source>
        <translation>检查描述</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>number of monitors</source>
        <translation>显示器数</translation>
    </message>
    <message>
        <source>prior study</source>
        <translation>既往检查</translation>
    </message>
    <message>
        <source>series condition %1</source>
        <translation>序列条件 %1</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>横断位</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>不含“%1”</translation>
    </message>
    <message numerus="yes">
        <source>from %n image(s)</source>
        <translation>
            <numerusform>不少于 %n 幅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n image(s)</source>
        <translation>
            <numerusform>不多于 %n 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>any series</source>
        <translation>任意序列</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1，第 %2 个</translation>
    </message>
    <message>
        <source>Prior: %1</source>
        <translation>既往：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>KeptObjectFlaw</name>
    <message>
        <source>A mark has coordinates that are not valid; it is not shown</source>
        <translation>一个标注的坐标无效，不予显示。</translation>
    </message>
    <message>
        <source>A mark has a shape that is not known; it is not shown</source>
        <translation>一个标注的图形类型未知，不予显示。</translation>
    </message>
    <message>
        <source>A mark does not say on which image it lies; it is not shown</source>
        <translation>一个标注未说明所在图像，不予显示。</translation>
    </message>
    <message>
        <source>A mark was made for several images; it is shown on the first of them only</source>
        <translation>一个标注针对多幅图像，仅在其中第一幅上显示。</translation>
    </message>
    <message>
        <source>An image is marked that the list of images in the file does not name</source>
        <translation>被标注的图像未列入文件的图像清单。</translation>
    </message>
    <message>
        <source>The marks belong to another patient; they are not shown</source>
        <translation>这些标注属于另一名患者，不予显示。</translation>
    </message>
    <message>
        <source>A mark lies in another frame of reference than the images; it is not shown</source>
        <translation>一个标注的参考坐标系与图像不同，不予显示。</translation>
    </message>
    <message>
        <source>A measured value is not a number; it is left out</source>
        <translation>一个测量值不是数字，已略去。</translation>
    </message>
    <message>
        <source>A part of the file refers to another part that is not there; it is left out</source>
        <translation>文件的某一部分引用了不存在的部分，已略去。</translation>
    </message>
    <message>
        <source>A measurement says nothing; it is left out</source>
        <translation>一项测量没有任何内容，已略去。</translation>
    </message>
    <message>
        <source>The file has more parts than are read; the rest is missing</source>
        <translation>文件的内容超出可读取的数量，其余部分缺失。</translation>
    </message>
    <message>
        <source>A mark lies on a layer that the file does not describe</source>
        <translation>一个标注所在的图层在文件中没有说明。</translation>
    </message>
    <message>
        <source>A text does not say where it stands; it is not shown</source>
        <translation>一段文字未说明其位置，不予显示。</translation>
    </message>
    <message>
        <source>The displayed area is not valid; it is not used</source>
        <translation>显示区域无效，未采用。</translation>
    </message>
    <message>
        <source>A window or table of grey values is not valid; it is not used</source>
        <translation>窗宽窗位或灰度查找表无效，未采用。</translation>
    </message>
    <message>
        <source>The rotation is not a quarter turn; it is not used</source>
        <translation>旋转角度不是 90° 的倍数，未采用。</translation>
    </message>
    <message>
        <source>The shutter of the saved view is not applied: more of the image is seen, not less</source>
        <translation>未应用所保存显示状态中的遮挡（快门）：看到的图像更多，而不是更少。</translation>
    </message>
    <message>
        <source>Overlays of the saved view are not shown</source>
        <translation>未显示所保存显示状态中的叠加层。</translation>
    </message>
    <message>
        <source>The saved view subtracts a mask image, which is not done here</source>
        <translation>所保存的显示状态包含蒙片减影，此处未执行。</translation>
    </message>
    <message>
        <source>A mark lies outside of its image; it is not shown</source>
        <translation>有标记位于其图像之外，未显示</translation>
    </message>
    <message>
        <source>A frame is named that the image does not have; the mark is not shown</source>
        <translation>所指的帧在图像中不存在，该标记未显示</translation>
    </message>
    <message>
        <source>An image that is marked is not here; the mark is not shown</source>
        <translation>所标记的图像不在此处，该标记未显示</translation>
    </message>
    <message>
        <source>A measurement does not say where in the image it was made; it stands in its report only</source>
        <translation>有测量未说明在图像中的位置，仅列在其报告中</translation>
    </message>
    <message>
        <source>A drawing or text lies at a place of the screen and not of the image; it is not shown</source>
        <translation>有图形或文字按屏幕位置而非图像位置放置，未显示</translation>
    </message>
    <message>
        <source>An image of another study is marked; the mark is not shown</source>
        <translation>所标记的图像属于其他检查，该标记未显示</translation>
    </message>
    <message>
        <source>A later version takes its place; this one is not shown</source>
        <translation>已被较新的版本取代，此版本未显示</translation>
    </message>
    <message>
        <source>A note says that it is not to be used; it is not shown</source>
        <translation>有说明指出不应使用，未显示</translation>
    </message>
    <message>
        <source>There are more marks, or a mark has more points, than can be shown; these are left out</source>
        <translation>标记数或标记的点数超出可显示的数量，超出者未显示</translation>
    </message>
</context>
<context>
    <name>KeptObjects</name>
    <message>
        <source>Presentation state</source>
        <translation>显示状态</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Point at a mark of yours, or click on it, first.</source>
        <translation>请先将鼠标指向或点击您自己的标记。</translation>
    </message>
    <message>
        <source>The mark was copied.</source>
        <translation>标记已复制。</translation>
    </message>
    <message>
        <source>Click on a mark to select it, then copy it.</source>
        <translation>请先点击选中一个标记，再复制。</translation>
    </message>
    <message>
        <source>No mark was copied.</source>
        <translation>尚未复制标记。</translation>
    </message>
    <message>
        <source>No mark is seen on this image.</source>
        <translation>此图像上没有标记。</translation>
    </message>
    <message>
        <source>The image of this mark is not in the study that is shown.</source>
        <translation>此标记所在的图像不在当前显示的检查中。</translation>
    </message>
    <message>
        <source>A mark is taken away by whoever has drawn it.</source>
        <translation>标记只能由绘制者本人删除。</translation>
    </message>
    <message>
        <source>Click on a mark to select it first.</source>
        <translation>请先点击选中一个标记。</translation>
    </message>
    <message>
        <source>Click on a region (ROI) to select it first.</source>
        <translation>请先点击选中一个区域（ROI）。</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>Pixel value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>折线长度</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Open angle</source>
        <translation>两线夹角</translation>
    </message>
    <message>
        <source>Long and short axis</source>
        <translation>长短径</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>手绘区域</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>心胸比</translation>
    </message>
    <message>
        <source>Leg length and axis</source>
        <translation>下肢长度与力线</translation>
    </message>
    <message>
        <source>Line pair</source>
        <translation>双线比较</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Of interest</source>
        <translation>值得关注</translation>
    </message>
    <message>
        <source>Rejected for quality reasons</source>
        <translation>因质量原因弃用</translation>
    </message>
    <message>
        <source>For the referring provider</source>
        <translation>供申请医师</translation>
    </message>
    <message>
        <source>For surgery</source>
        <translation>供手术</translation>
    </message>
    <message>
        <source>For teaching</source>
        <translation>供教学</translation>
    </message>
    <message>
        <source>For a conference</source>
        <translation>供会诊讨论</translation>
    </message>
    <message>
        <source>For therapy</source>
        <translation>供治疗</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>供患者</translation>
    </message>
    <message>
        <source>For peer review</source>
        <translation>供同行评议</translation>
    </message>
    <message>
        <source>For research</source>
        <translation>供科研</translation>
    </message>
    <message>
        <source>Quality issue</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>For the report</source>
        <translation>附于报告</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>手动定标</translation>
    </message>
</context>
<context>
    <name>MonitorArrangement</name>
    <message>
        <source>Monitor “%1” shows no images of its own: it is set up to show what another one shows.</source>
        <translation>显示器“%1”不单独显示图像：在系统设置中，它与另一台显示器显示相同的内容（镜像）。</translation>
    </message>
</context>
<context>
    <name>MouseProfiles</name>
    <message>
        <source>PACS-like</source>
        <translation>PACS 习惯</translation>
    </message>
    <message>
        <source>OsiriX-like</source>
        <translation>OsiriX 习惯</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>我的设置</translation>
    </message>
    <message>
        <source>Left scrolls through the stack, right sets the window, middle pans.</source>
        <translation>左键翻页，右键调窗，中键平移。</translation>
    </message>
    <message>
        <source>Left sets the window, right zooms, middle pans; modifiers change what left does.</source>
        <translation>左键调窗，右键缩放，中键平移；按住修饰键可改变左键的作用。</translation>
    </message>
    <message>
        <source>Choose the tool for each button yourself.</source>
        <translation>自行为每个按键选择工具。</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>The archive refuses the object and gives no reason.</source>
        <translation>归档拒绝接收该对象，未说明原因。</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>正在核实</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>已在归档中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>The archive has no room left for the object (%1).</source>
        <translation>归档没有空间存放该对象（%1）。</translation>
    </message>
    <message>
        <source>The archive says that the object is not what its kind demands (%1).</source>
        <translation>归档认为该对象不符合其类型的要求（%1）。</translation>
    </message>
    <message>
        <source>The archive does not take objects in this transfer syntax (%1).</source>
        <translation>归档不接收采用此传输语法的对象（%1）。</translation>
    </message>
    <message>
        <source>The archive failed while it stored the object (%1).</source>
        <translation>归档在存储该对象时出错（%1）。</translation>
    </message>
    <message>
        <source>The archive says that it already has an object of this UID (%1).</source>
        <translation>归档称已存有此 UID 的对象（%1）。</translation>
    </message>
    <message>
        <source>The archive does not take this kind of object (%1).</source>
        <translation>归档不接收此类对象（%1）。</translation>
    </message>
    <message>
        <source>The archive knows the UID as an object of another kind (%1).</source>
        <translation>归档中此 UID 属于另一类对象（%1）。</translation>
    </message>
    <message>
        <source>Whoever is signed in may not store in this archive (%1).</source>
        <translation>当前登录的用户无权向此归档存储（%1）。</translation>
    </message>
    <message>
        <source>The archive finds an attribute of the object missing or wrong (%1).</source>
        <translation>归档认为该对象缺少某项属性或其值有误（%1）。</translation>
    </message>
    <message>
        <source>The archive cannot understand the object (%1).</source>
        <translation>归档无法理解该对象（%1）。</translation>
    </message>
    <message>
        <source>The archive refuses the object (%1).</source>
        <translation>归档拒绝接收该对象（%1）。</translation>
    </message>
    <message>
        <source>The archive wants a sign-in.</source>
        <translation>归档要求登录。</translation>
    </message>
    <message>
        <source>Whoever is signed in may not store in this archive.</source>
        <translation>当前登录的用户无权向此归档存储。</translation>
    </message>
    <message>
        <source>The archive is no longer among those in the settings.</source>
        <translation>设置中已没有此归档。</translation>
    </message>
    <message>
        <source>Nothing takes objects at the address of the archive.</source>
        <translation>归档地址处没有接收对象的服务。</translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation>归档负载过高。</translation>
    </message>
    <message>
        <source>The archive has no room left.</source>
        <translation>归档已没有存储空间。</translation>
    </message>
    <message>
        <source>The archive said that it stored the object, but it does not have it.</source>
        <translation>归档称已存储该对象，但其中并没有。</translation>
    </message>
    <message>
        <source>The object is larger than what the archive takes.</source>
        <translation>该对象超过归档允许的大小。</translation>
    </message>
    <message>
        <source>The archive does not take objects in this form.</source>
        <translation>归档不接收这种形式的对象。</translation>
    </message>
    <message>
        <source>The archive does not accept the request.</source>
        <translation>归档不接受该请求。</translation>
    </message>
    <message>
        <source>The archive has another object under the same UID: nothing was overwritten.</source>
        <translation>归档中同一 UID 下已有另一个对象：未做任何覆盖。</translation>
    </message>
    <message>
        <source>The archive has an object under the same UID and does not give it to be compared.</source>
        <translation>归档中同一 UID 下已有对象，但不提供以供比较。</translation>
    </message>
    <message>
        <source>The archive cannot be asked whether it has the object.</source>
        <translation>无法向归档查询其中是否有该对象。</translation>
    </message>
    <message>
        <source>The copy of the object on this computer is damaged.</source>
        <translation>本机上该对象的副本已损坏。</translation>
    </message>
    <message>
        <source>The store of this computer cannot be read or written: %1</source>
        <translation>无法读写本机的存储：%1</translation>
    </message>
    <message>
        <source>It refers to an object that was withdrawn.</source>
        <translation>它引用的对象已被撤回。</translation>
    </message>
    <message>
        <source>It refers to an object that needs a decision first.</source>
        <translation>它引用的对象尚待处理。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation>%1%2后重试。</translation>
    </message>
    <message>
        <source>%1 Tried %2 times.</source>
        <translation>%1已尝试 %2 次。</translation>
    </message>
</context>
<context>
    <name>OutlineFlaw</name>
    <message>
        <source>The list of its points is not valid</source>
        <translation>其点的列表无效</translation>
    </message>
    <message>
        <source>The kind of outline is not known</source>
        <translation>轮廓类型未知</translation>
    </message>
    <message>
        <source>It has too few points to enclose anything</source>
        <translation>点数太少，不能围成区域</translation>
    </message>
    <message>
        <source>Its pixels end before the image does</source>
        <translation>其像素数据不足一幅图像</translation>
    </message>
    <message>
        <source>The file does not say what it belongs to</source>
        <translation>文件未说明它属于哪个区域</translation>
    </message>
    <message>
        <source>The file does not say where it lies</source>
        <translation>文件未说明它的位置</translation>
    </message>
    <message>
        <source>It has another number of points than it says; it is drawn as it was read</source>
        <translation>点数与所声明的不符；按读出的内容绘制</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>some images are missing or cannot be shown</source>
        <translation>部分图像缺失或无法显示</translation>
    </message>
    <message>
        <source>padding, no value</source>
        <translation>填充像素，无数值</translation>
    </message>
    <message>
        <source>(stored %1)</source>
        <translation>（存储值 %1）</translation>
    </message>
    <message>
        <source>Another patient&apos;s image</source>
        <translation>图像属于另一患者</translation>
    </message>
    <message>
        <source>the image names another patient than the study · do not report</source>
        <translation>图像中的患者与检查不一致 · 不可报告</translation>
    </message>
    <message>
        <source>Image not available</source>
        <translation>图像不可用</translation>
    </message>
    <message>
        <source>Image data damaged</source>
        <translation>图像数据损坏</translation>
    </message>
    <message>
        <source>what is hatched is missing · not for diagnosis</source>
        <translation>斜线区域无有效数据 · 不可用于诊断</translation>
    </message>
    <message>
        <source>viewing only, not for signing</source>
        <translation>仅可浏览，不可签发</translation>
    </message>
    <message>
        <source>Reduced resolution 1:%1</source>
        <translation>降低分辨率 1:%1</translation>
    </message>
    <message>
        <source>the full image is on its way</source>
        <translation>完整图像正在加载</translation>
    </message>
    <message>
        <source>Partially loaded %1 %</source>
        <translation>部分加载 %1%</translation>
    </message>
    <message>
        <source>Series incomplete</source>
        <translation>序列不完整</translation>
    </message>
    <message>
        <source>Lossy compression %1:1</source>
        <translation>有损压缩 %1:1</translation>
    </message>
    <message>
        <source>Lossy compression, ratio unknown</source>
        <translation>有损压缩，压缩比未知</translation>
    </message>
    <message>
        <source>fine detail may be missing</source>
        <translation>细微结构可能缺失</translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation>无患者姓名</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>Slice %1 / %2</source>
        <translation>层 %1 / %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>M</source>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <translation>女</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>其他性别</translation>
    </message>
    <message>
        <source>(detector plane)</source>
        <translation>（探测器平面）</translation>
    </message>
    <message>
        <source>(calibrated)</source>
        <translation>（已校准）</translation>
    </message>
    <message>
        <source>(magnification corrected)</source>
        <translation>（已校正放大率）</translation>
    </message>
    <message>
        <source>the others are missing or cannot be shown</source>
        <translation>其余图像缺失或无法显示</translation>
    </message>
    <message>
        <source>Frame %1 / %2</source>
        <translation>帧 %1 / %2</translation>
    </message>
    <message>
        <source>shutter</source>
        <translation>遮光器</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>One slice, not a slab</source>
        <translation>显示单层，未做厚层</translation>
    </message>
    <message>
        <source>Partial slab: %1 of %2 slices</source>
        <translation>厚层不完整：%1 / %2 层</translation>
    </message>
    <message>
        <source>Slices %1–%2 / %3</source>
        <translation>层 %1–%2 / %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 mm, %n slice(s)</source>
        <translation>
            <numerusform>%1 %2 mm，%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>true size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>images in colour have no slab</source>
        <translation>彩色图像不能做厚层</translation>
    </message>
    <message>
        <source>the images do not say where they lie, or there is only one</source>
        <translation>图像未说明所在位置，或只有一层</translation>
    </message>
    <message>
        <source>the neighbouring slices are not parallel</source>
        <translation>相邻层不平行</translation>
    </message>
    <message>
        <source>the steps between the slices are uneven here</source>
        <translation>此处层间距不均匀</translation>
    </message>
    <message>
        <source>the slices are shifted against one another (tilted gantry)</source>
        <translation>各层互相错位（机架倾斜）</translation>
    </message>
    <message>
        <source>the neighbouring slices differ in size, spacing or unit</source>
        <translation>相邻层的大小、像素间距或单位不同</translation>
    </message>
    <message>
        <source>more slices than there is memory for</source>
        <translation>层数过多，内存不足</translation>
    </message>
    <message>
        <source>Sharpened %1</source>
        <translation>锐化 %1</translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>Edges %1</source>
        <translation>边缘增强 %1</translation>
    </message>
    <message>
        <source>Local contrast %1</source>
        <translation>局部对比度 %1</translation>
    </message>
    <message>
        <source>Hot Iron</source>
        <translation>热铁</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Hot Metal Blue</source>
        <translation>热金属蓝</translation>
    </message>
    <message>
        <source>PET 20 Step</source>
        <translation>PET 20 级</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>彩虹</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>the neighbouring slices belong to other frames of reference</source>
        <translation>相邻层属于不同的参考坐标系</translation>
    </message>
    <message>
        <source>Slab with gaps: slices of %1 mm every %2 mm</source>
        <translation>厚层有间隙：层厚 %1 mm，层距 %2 mm</translation>
    </message>
    <message>
        <source>what lies between them was not scanned</source>
        <translation>层间组织未被扫描</translation>
    </message>
    <message>
        <source>Outlines are not drawn over a slab</source>
        <translation>厚层上不绘制轮廓</translation>
    </message>
    <message>
        <source>they belong to one slice · switch the slab off to see them</source>
        <translation>轮廓只属于单层 · 关闭厚层即可显示</translation>
    </message>
    <message>
        <source>Slab may lack slices</source>
        <translation>厚层可能缺层</translation>
    </message>
    <message>
        <source>not all images of the series are known</source>
        <translation>序列的图像尚未全部获知</translation>
    </message>
    <message>
        <source>with gaps</source>
        <translation>有间隙</translation>
    </message>
    <message>
        <source>images with values of 32 bits have no slab</source>
        <translation>32 位数值的图像不能做厚层</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>身份未确认</translation>
    </message>
    <message>
        <source>this may be another patient&apos;s study</source>
        <translation>这可能是另一位患者的检查</translation>
    </message>
    <message>
        <source>reaches beyond the images</source>
        <translation>超出图像范围</translation>
    </message>
    <message>
        <source>measured across uneven slice spacing</source>
        <translation>跨越不均匀的层面间距测量</translation>
    </message>
    <message>
        <source>measured across missing slices</source>
        <translation>跨越缺层测量</translation>
    </message>
    <message>
        <source>one end %1 mm outside this image</source>
        <translation>一端在此图像外 %1 mm</translation>
    </message>
    <message>
        <source>(as written in the file, plane not known)</source>
        <translation>（按文件所写，平面不明）</translation>
    </message>
    <message>
        <source>(on the scanned film)</source>
        <translation>（扫描胶片上）</translation>
    </message>
    <message>
        <source>Only the segmentation is there</source>
        <translation>只有分割，没有图像</translation>
    </message>
    <message>
        <source>the others: %1</source>
        <translation>其余影像：%1</translation>
    </message>
    <message>
        <source>More images may come</source>
        <translation>可能还有图像</translation>
    </message>
    <message>
        <source>the images under it are missing · coloured areas, no tissue</source>
        <translation>其下的图像缺失 · 所见为着色区域，并非组织</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found so far</source>
        <translation>
            <numerusform>目前找到 %n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>parts could not be read and are not drawn · where no outline is, one may be missing</source>
        <translation>部分内容无法读取，未绘制 · 没有轮廓处可能缺少轮廓</translation>
    </message>
    <message>
        <source>Outlines incomplete on this image: %1</source>
        <translation>此图像上轮廓不完整：%1</translation>
    </message>
    <message>
        <source>Outlines incomplete: %1</source>
        <translation>轮廓不完整：%1</translation>
    </message>
    <message>
        <source>Outlines of this image may be incomplete: %1</source>
        <translation>此图像的轮廓可能不完整：%1</translation>
    </message>
    <message>
        <source>they have another number of points than they say</source>
        <translation>点数与所声明的不符</translation>
    </message>
    <message>
        <source>Series incomplete: %1</source>
        <translation>序列不完整：%1</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 幅中的 %1 幅</translation>
    </message>
    <message>
        <source>part %1 lacks %2</source>
        <translation>第 %1 部分缺 %2 幅</translation>
    </message>
    <message>
        <source>part %1 (%2) lacks %3</source>
        <translation>第 %1 部分（%2）缺 %3 幅</translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s) lack images</source>
        <translation>
            <numerusform>另有 %n 个部分缺图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n more image(s) it is not known which part lacks them</source>
        <translation>
            <numerusform>另有 %n 幅不知缺在哪一部分</numerusform>
        </translation>
    </message>
    <message>
        <source>which part lacks them is not known</source>
        <translation>不知缺在哪一部分</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>有损</translation>
    </message>
    <message>
        <source>Lossy %1:1</source>
        <translation>有损 %1:1</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>part %1 seems to lack %2</source>
        <translation>第 %1 部分似缺 %2 幅</translation>
    </message>
    <message>
        <source>part %1 (%2) seems to lack %3</source>
        <translation>第 %1 部分（%2）似缺 %3 幅</translation>
    </message>
    <message>
        <source>reaches %1 mm outside this image</source>
        <translation>伸出此图像外 %1 mm</translation>
    </message>
    <message>
        <source>no angle: the axes have no common unit here</source>
        <translation>无角度：此处两轴单位不同</translation>
    </message>
    <message>
        <source>Cobb %1</source>
        <translation>Cobb 角 %1</translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation>心胸比 %1</translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation>比值 %1</translation>
    </message>
    <message>
        <source>HKA %1</source>
        <translation>髋膝踝角 %1</translation>
    </message>
    <message>
        <source>femur %1 · tibia %2 · leg %3</source>
        <translation>股骨 %1 · 胫骨 %2 · 下肢全长 %3</translation>
    </message>
    <message>
        <source>mean %1 · SD %2</source>
        <translation>均值 %1 · 标准差 %2</translation>
    </message>
    <message>
        <source>min %1 · max %2</source>
        <translation>最小 %1 · 最大 %2</translation>
    </message>
    <message>
        <source>no pixel with a value</source>
        <translation>无有效像素值</translation>
    </message>
    <message>
        <source>no centre of a pixel lies inside</source>
        <translation>区域内不含任何像素中心</translation>
    </message>
    <message>
        <source>reaches beyond the image</source>
        <translation>超出图像边缘</translation>
    </message>
    <message>
        <source>no SUV: %1</source>
        <translation>无 SUV：%1</translation>
    </message>
    <message>
        <source>%1 mean %2 · max %3</source>
        <translation>%1 均值 %2 · 最大 %3</translation>
    </message>
    <message>
        <source>Colours in %1 of %2 bits</source>
        <translation>彩色按 %1 位显示（存储 %2 位）</translation>
    </message>
    <message>
        <source>their finest steps are not shown</source>
        <translation>最细微的色阶差别无法显示</translation>
    </message>
    <message>
        <source>%1 of %2 bits</source>
        <translation>%1/%2 位</translation>
    </message>
    <message>
        <source>in the file: %1 %2</source>
        <extracomment>%1: what was measured, %2: the value with its unit, as the file states them</extracomment>
        <translation>文件中：%1 %2</translation>
    </message>
    <message>
        <source>no %1: %2</source>
        <translation>无 %1：%2</translation>
    </message>
    <message>
        <source>by the file %1</source>
        <translation>按文件为 %1</translation>
    </message>
    <message>
        <source>too short to calibrate by: %1 px at least</source>
        <translation>线段太短，不能定标：至少 %1 px</translation>
    </message>
    <message>
        <source>this image has a scale of its own: the line calibrates nothing</source>
        <translation>此图像有自己的比例尺：该线不作定标</translation>
    </message>
    <message>
        <source>contradicts another calibration of this image: neither holds</source>
        <translation>与此图像的另一条定标线矛盾：两条均不生效</translation>
    </message>
    <message>
        <source>no length: it leaves the region of the ultrasound image that it begins in</source>
        <translation>无长度：超出了起点所在的超声区域</translation>
    </message>
    <message>
        <source>no mm: this part of the ultrasound image gives no scale</source>
        <translation>无毫米值：超声图像的这一部分没有比例尺</translation>
    </message>
    <message>
        <source>(calibrated by hand)</source>
        <translation>（手动定标）</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>其他患者</translation>
    </message>
    <message>
        <source>not to be compared with this tab&apos;s images</source>
        <translation>不得与本标签页的影像对照</translation>
    </message>
    <message>
        <source>%1: not yet, being computed</source>
        <translation>%1：计算中，尚未生效</translation>
    </message>
    <message>
        <source>Fused %1: image data damaged</source>
        <translation>融合的 %1：图像数据损坏</translation>
    </message>
    <message>
        <source>%1 lossy</source>
        <translation>%1 有损</translation>
    </message>
    <message>
        <source>%1 lossy %2:1</source>
        <translation>%1 有损 %2:1</translation>
    </message>
    <message>
        <source>Fused %1: lossy compression %2:1</source>
        <translation>融合的 %1：有损压缩 %2:1</translation>
    </message>
    <message>
        <source>Fused %1: lossy compression, ratio unknown</source>
        <translation>融合的 %1：有损压缩，压缩比未知</translation>
    </message>
    <message>
        <source>Fused %1: more images may come</source>
        <translation>融合的 %1：可能还有图像</translation>
    </message>
    <message>
        <source>what is laid over may change with them</source>
        <translation>叠加内容可能随之改变</translation>
    </message>
    <message>
        <source>Fused %1: partially loaded %2 %</source>
        <translation>融合的 %1：部分加载 %2%</translation>
    </message>
    <message>
        <source>Fused %1: %2 of %3 slices of this plane are missing</source>
        <translation>融合的 %1：本层面所需 %3 层中缺 %2 层</translation>
    </message>
    <message>
        <source>where they belong nothing is laid over the image</source>
        <translation>缺层处无叠加显示</translation>
    </message>
    <message>
        <source>Fused %1: series incomplete: %2</source>
        <translation>融合的 %1：序列不完整：%2</translation>
    </message>
    <message>
        <source>Fused %1: series incomplete</source>
        <translation>融合的 %1：序列不完整</translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation>%1 不完整</translation>
    </message>
    <message>
        <source>+ %1: %2</source>
        <extracomment>%1: a series that lies over the image, %2: what it says within a region</extracomment>
        <translation>+ %1：%2</translation>
    </message>
    <message>
        <source>no voxel with a value</source>
        <translation>无有效体素值</translation>
    </message>
    <message>
        <source>no centre of a voxel lies inside</source>
        <translation>区域内不含任何体素中心</translation>
    </message>
    <message>
        <source>perimeter %1</source>
        <translation>周长 %1</translation>
    </message>
    <message>
        <source>what is missing is not laid over the image · not for diagnosis</source>
        <translation>缺失部分未叠加显示 · 不可用于诊断</translation>
    </message>
    <message>
        <source>reaches beyond the series or the image</source>
        <translation>超出该序列或图像边缘</translation>
    </message>
    <message>
        <source>Presentation LUT</source>
        <translation>显示查找表</translation>
    </message>
    <message>
        <source>of this image alone, not of the slab</source>
        <translation>单层图像的数值，不是厚层的</translation>
    </message>
    <message>
        <source>The presentation state is not for this image</source>
        <translation>显示状态不适用于此图像</translation>
    </message>
    <message>
        <source>its greys or shutter are for other images of the stack · this one is shown as its file says</source>
        <translation>其灰度或遮光器只适用于该序列的其他图像 · 此图像按文件显示</translation>
    </message>
    <message>
        <source>the file has no VOI LUT %1</source>
        <translation>文件中没有第 %1 个 VOI LUT</translation>
    </message>
    <message numerus="yes">
        <source>%n voxels</source>
        <translation>
            <numerusform>%n 体素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxels without a value left out</source>
        <translation>
            <numerusform>已排除 %n 个无值体素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels</source>
        <translation>
            <numerusform>%n 像素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels without a value left out</source>
        <translation>
            <numerusform>已排除 %n 个无值像素</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnProtocols</name>
    <message>
        <source>The folder of the settings cannot be written.</source>
        <translation>无法写入设置文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be deleted: %1</source>
        <translation>无法删除文件：%1</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>密码至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>The password has more than %1 characters.</source>
        <translation>密码超过了 %1 个字符。</translation>
    </message>
</context>
<context>
    <name>PatientIndex</name>
    <message>
        <source>the sex is another one</source>
        <translation>性别不一致</translation>
    </message>
    <message>
        <source>the birth date is another one</source>
        <translation>出生日期不一致</translation>
    </message>
    <message>
        <source>the name is another one</source>
        <translation>姓名不一致</translation>
    </message>
    <message>
        <source>the ID was given by another institution</source>
        <translation>编号由其他机构发放</translation>
    </message>
    <message>
        <source>the Patient ID is another one</source>
        <translation>患者编号不同</translation>
    </message>
    <message>
        <source>there is no Patient ID to compare</source>
        <translation>缺少可比对的患者编号</translation>
    </message>
    <message>
        <source>which institution gave the ID is not known</source>
        <translation>不知编号由哪家机构发放</translation>
    </message>
    <message>
        <source>neither name nor birth date can be compared</source>
        <translation>姓名和出生日期均无法比对</translation>
    </message>
    <message>
        <source>the names, in two scripts, sound alike</source>
        <translation>姓名写法不同，读音相同</translation>
    </message>
    <message>
        <source>same Patient ID</source>
        <translation>患者编号相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>same sex</source>
        <translation>性别相同</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>出生日期相同</translation>
    </message>
</context>
<context>
    <name>PatientMatch</name>
    <message>
        <source>The ID was given by another institution.</source>
        <translation>该编号由其他机构签发。</translation>
    </message>
    <message>
        <source>The name is another one.</source>
        <translation>姓名不同。</translation>
    </message>
    <message>
        <source>The birth date is another one.</source>
        <translation>出生日期不同。</translation>
    </message>
    <message>
        <source>The sex is another one.</source>
        <translation>性别不同。</translation>
    </message>
    <message>
        <source>Neither name nor birth date can be compared.</source>
        <translation>姓名和出生日期均无法核对。</translation>
    </message>
    <message>
        <source>Which institution gave the ID is not known: check the identity.</source>
        <translation>不知此患者编号由哪个机构签发：请核对身份。</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Damaged entry %1</source>
        <translation>损坏的条目 %1</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
    <message>
        <source>The name has more than %1 characters.</source>
        <translation>姓名超过了 %1 个字符。</translation>
    </message>
    <message>
        <source>The name has characters that cannot be seen.</source>
        <translation>姓名中有不可见的字符。</translation>
    </message>
    <message>
        <source>There is a person of this name already.</source>
        <translation>已有同名的人员。</translation>
    </message>
    <message>
        <source>There are %1 people already; that is as many as fit.</source>
        <translation>已有 %1 位人员，无法再添加。</translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>This program was started with settings of its own (--profile): there are no people in it, so nothing can be locked and nobody can take over. Start it without --profile for that.</source>
        <translation>此程序以单独的设置（--profile）启动，其中没有用户：不能锁定，也不能切换用户。如有需要，请不带 --profile 启动。</translation>
    </message>
</context>
<context>
    <name>PresentationStateText</name>
    <message>
        <source>Presentation state</source>
        <translation>显示状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>It is applied from the menu of presentation states.</source>
        <translation>从“显示状态”菜单应用。</translation>
    </message>
</context>
<context>
    <name>PresentationStates</name>
    <message>
        <source>The image has colours; the grey values of the state are not used.</source>
        <translation>图像为彩色，显示状态的灰度设置未采用。</translation>
    </message>
    <message>
        <source>The state has no window for this image; the window stays as it is.</source>
        <translation>显示状态没有此图像的窗宽窗位，保持不变。</translation>
    </message>
    <message>
        <source>The window of the state counts in values of a table (Modality LUT); it is not used.</source>
        <translation>显示状态的窗宽窗位以查找表（Modality LUT）的值计，未采用。</translation>
    </message>
    <message>
        <source>The values of the state run the other way than those of the image; its window is not used.</source>
        <translation>显示状态的数值方向与图像相反，其窗宽窗位未采用。</translation>
    </message>
    <message>
        <source>The window of the state cannot be used.</source>
        <translation>显示状态的窗宽窗位无法采用。</translation>
    </message>
    <message>
        <source>The state names no part of this image; the zoom stays as it is.</source>
        <translation>显示状态未指定此图像的显示区域，缩放保持不变。</translation>
    </message>
    <message>
        <source>The part of the image that the state names cannot be shown.</source>
        <translation>显示状态指定的显示区域无法显示。</translation>
    </message>
    <message>
        <source>The state asks for true size; the size of the monitor or of the pixels is not known.</source>
        <translation>显示状态要求按实际大小显示，但显示器或像素的尺寸未知。</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>显示状态</translation>
    </message>
    <message>
        <source>The state has a table of grey values (Presentation LUT), which is not used: the greys are not those that its author saw.</source>
        <translation>显示状态含灰度查找表（Presentation LUT），未采用：所见灰度与保存者所见不同。</translation>
    </message>
    <message>
        <source>The table of grey values of the state (VOI LUT) counts in values of another table (Modality LUT) than the image; it is not used: the greys are not those that its author saw.</source>
        <translation>显示状态的灰度查找表（VOI LUT）以另一查找表（Modality LUT）的值计，与图像不符，未采用：所见灰度与保存者所见不同。</translation>
    </message>
    <message>
        <source>The table of grey values of the state (VOI LUT) cannot be used: the greys are not those that its author saw.</source>
        <translation>显示状态的灰度查找表（VOI LUT）无法使用：所见灰度与保存者所见不同。</translation>
    </message>
    <message>
        <source>The state gives the pixels another shape than the image does; they are shown as the image says.</source>
        <translation>显示状态中的像素宽高比与图像不同，按图像自身的比例显示。</translation>
    </message>
    <message>
        <source>At the size that the state asks for, this view shows only the middle of the part of the image that it names.</source>
        <translation>按显示状态要求的大小，此视图只能显示其指定部分的中间。</translation>
    </message>
    <message>
        <source>The state was saved for some of these images; the others keep the greys and the shutter that their files say.</source>
        <translation>该显示状态只为其中部分图像保存；其余图像仍按各自文件的灰度和遮光器显示。</translation>
    </message>
    <message>
        <source>The state has windows for more images than can be kept apart; they are not used.</source>
        <translation>该显示状态的窗涉及的图像过多，无法逐一区分；未予采用。</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>RepairLog</name>
    <message>
        <source>Technical: %1</source>
        <translation>技术信息：%1</translation>
    </message>
    <message>
        <source>Series: %1</source>
        <translation>序列：%1</translation>
    </message>
    <message>
        <source>Images: %1</source>
        <translation>图像：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>%1 with %2 numbers</source>
        <translation>%1，共 %2 个数值</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>see item %1</source>
        <translation>参见条目 %1</translation>
    </message>
    <message>
        <source>content of type %1 is not shown</source>
        <translation>%1 类型的内容未显示</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>帧 %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完成状态</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>审核者</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>取代</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier document(s)</source>
        <translation>
            <numerusform>%n 份先前文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation>文档比此处显示的更长</translation>
    </message>
    <message>
        <source>not in this study</source>
        <translation>不在本次检查中</translation>
    </message>
    <message>
        <source>Text that was read in another character set than it was written in was put right</source>
        <translation>已修正因字符集不符而出现的乱码</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>not pregnant</source>
        <translation>未怀孕</translation>
    </message>
    <message>
        <source>possibly pregnant</source>
        <translation>可能怀孕</translation>
    </message>
    <message>
        <source>pregnant</source>
        <translation>怀孕</translation>
    </message>
</context>
<context>
    <name>RoiHistogram</name>
    <message>
        <source>Only a region (ROI) has a histogram.</source>
        <translation>只有区域（ROI）才有直方图。</translation>
    </message>
    <message>
        <source>The region is not drawn on the image shown.</source>
        <translation>该区域不在所显示的图像上。</translation>
    </message>
    <message>
        <source>An image in colour has no values to count.</source>
        <translation>彩色图像没有可供统计的数值。</translation>
    </message>
    <message>
        <source>The image is not loaded yet.</source>
        <translation>图像尚未加载。</translation>
    </message>
    <message>
        <source>No pixel with a value lies in the region.</source>
        <translation>区域内没有带数值的像素。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>values</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: %2 pixels (%3 %)</source>
        <translation>%1：%2 像素（%3 %）</translation>
    </message>
</context>
<context>
    <name>SettingsCommands</name>
    <message>
        <source>Open study</source>
        <translation>已打开的检查</translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>documents</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation>女</translation>
    </message>
    <message>
        <source>other</source>
        <comment>sex</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>age in weeks</comment>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>age in months</comment>
        <translation>%1 个月</translation>
    </message>
</context>
<context>
    <name>Suv</name>
    <message>
        <source>it is no PET image</source>
        <translation>不是 PET 图像</translation>
    </message>
    <message>
        <source>of enhanced PET objects it is not computed</source>
        <translation>增强型 PET 对象不计算 SUV</translation>
    </message>
    <message>
        <source>the values are not corrected for attenuation</source>
        <translation>数值未作衰减校正</translation>
    </message>
    <message>
        <source>the values are not corrected for decay</source>
        <translation>数值未作衰变校正</translation>
    </message>
    <message>
        <source>the unit of the values leads to no activity</source>
        <translation>数值单位无法换算为活度</translation>
    </message>
    <message>
        <source>the values are counts and the maker&apos;s factor is missing</source>
        <translation>数值为计数，且缺少厂家换算系数</translation>
    </message>
    <message>
        <source>the values are SUV of another kind already</source>
        <translation>数值已是另一种 SUV</translation>
    </message>
    <message>
        <source>the patient&apos;s weight is missing</source>
        <translation>缺少患者体重</translation>
    </message>
    <message>
        <source>the patient&apos;s height is missing</source>
        <translation>缺少患者身高</translation>
    </message>
    <message>
        <source>the patient&apos;s sex is missing</source>
        <translation>缺少患者性别</translation>
    </message>
    <message>
        <source>weight or height cannot be right</source>
        <translation>体重或身高不合理</translation>
    </message>
    <message>
        <source>the injected dose is missing</source>
        <translation>缺少注射剂量</translation>
    </message>
    <message>
        <source>the injected dose cannot be right</source>
        <translation>注射剂量不合理</translation>
    </message>
    <message>
        <source>the half-life is missing</source>
        <translation>缺少半衰期</translation>
    </message>
    <message>
        <source>the time of the injection is missing</source>
        <translation>缺少注射时间</translation>
    </message>
    <message>
        <source>the time to which decay was corrected is not known</source>
        <translation>衰变校正的基准时间不明</translation>
    </message>
    <message>
        <source>the times of injection and scan contradict each other</source>
        <translation>注射时间与扫描时间矛盾</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>same day</source>
        <translation>同一天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>%n 个月后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>%n 年后</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 月</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 年</translation>
    </message>
</context>
<context>
    <name>ViewLinks</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no other images are shown</source>
        <translation>没有显示其他图像</translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation>在患者体内的位置未知</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>参考坐标系不同</translation>
    </message>
    <message>
        <source>planes not parallel</source>
        <translation>平面不平行</translation>
    </message>
    <message>
        <source>not part of this offset link</source>
        <translation>不在此偏移联动之内</translation>
    </message>
    <message>
        <source>Offset link</source>
        <translation>偏移联动</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已联动</translation>
    </message>
    <message>
        <source>Not linked: %1</source>
        <translation>未联动：%1</translation>
    </message>
    <message>
        <source>at another place</source>
        <translation>位置不同</translation>
    </message>
    <message>
        <source>nearest, %1 mm away</source>
        <translation>最近层，相距 %1 mm</translation>
    </message>
    <message>
        <source>The views cannot be linked: %1.</source>
        <translation>视图无法联动：%1。</translation>
    </message>
    <message>
        <source>These views do not go along: %1.</source>
        <translation>以下视图不参与联动：%1。</translation>
    </message>
    <message>
        <source>Linked, though another patient is shown in view %1.</source>
        <translation>已联动，但视图 %1 显示的是另一位患者。</translation>
    </message>
    <message>
        <source>3D cursor</source>
        <translation>三维光标</translation>
    </message>
    <message>
        <source>3D cursor %1 mm from this image</source>
        <translation>三维光标距本图像 %1 mm</translation>
    </message>
    <message>
        <source>3D cursor outside this image</source>
        <translation>三维光标在本图像之外</translation>
    </message>
    <message>
        <source>3D cursor unknown here: %1</source>
        <translation>此处三维光标位置未知：%1</translation>
    </message>
    <message>
        <source>tilted by %1°</source>
        <translation>层面倾斜 %1°</translation>
    </message>
    <message>
        <source>aligned by computation</source>
        <translation>计算配准</translation>
    </message>
    <message>
        <source>Align them by computation, or scroll them to places that belong together and link them by offset.</source>
        <translation>请计算配准，或先将各视图翻到相对应的位置，再使用偏移联动。</translation>
    </message>
    <message>
        <source>another patient, or not confirmed as the same one</source>
        <translation>不是同一患者，或尚未确认为同一患者</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>3 × 4 + rhythm</source>
        <translation>3 × 4 + 节律</translation>
    </message>
    <message>
        <source>6 × 2</source>
        <translation>6 × 2</translation>
    </message>
    <message>
        <source>12 × 1</source>
        <translation>12 × 1</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>按记录顺序</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>No series is chosen in the strip.</source>
        <translation>序列栏中未选择序列。</translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation>未选择检查。</translation>
    </message>
    <message>
        <source>This study has no accession number.</source>
        <translation>此检查没有检查号。</translation>
    </message>
    <message>
        <source>The worklist stays open.</source>
        <translation>工作列表保持打开。</translation>
    </message>
</context>
<context>
    <name>WindowPreset</name>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>血管</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>软组织</translation>
    </message>
</context>
<context>
    <name>consilium::app::AlignCommands</name>
    <message>
        <source>its images are in colour</source>
        <translation>图像为彩色</translation>
    </message>
    <message>
        <source>its images do not say where they lie in the patient</source>
        <translation>图像未说明在患者体内的位置</translation>
    </message>
    <message>
        <source>it has too few slices</source>
        <translation>层面太少</translation>
    </message>
    <message>
        <source>slices are missing or lie far apart</source>
        <translation>层面缺失或间距过大</translation>
    </message>
    <message>
        <source>its images are no stack of parallel slices</source>
        <translation>图像不是一组平行层面</translation>
    </message>
    <message>
        <source>too little of the body is shown</source>
        <translation>图像所含的人体范围太小</translation>
    </message>
    <message>
        <source>the two show too little of the same part of the body</source>
        <translation>两个序列的扫描范围重叠太少</translation>
    </message>
    <message>
        <source>the computations there and back differ by %1 mm</source>
        <translation>正、反向两次计算结果相差 %1 mm</translation>
    </message>
    <message>
        <source>one would be turned by more than %1° to the other</source>
        <translation>两者之间的旋转角度超过 %1°</translation>
    </message>
    <message>
        <source>no position fits clearly better than others</source>
        <translation>未找到明显优于其他位置的配准结果</translation>
    </message>
    <message>
        <source>the series is still being loaded</source>
        <translation>序列仍在加载</translation>
    </message>
    <message>
        <source>an image of it cannot be read</source>
        <translation>其中一幅图像无法读取</translation>
    </message>
    <message>
        <source>Align views</source>
        <translation>视图配准</translation>
    </message>
    <message>
        <source>View %1 has another frame of reference than the active view: its places cannot be compared. The images can be aligned by computation (rigid, mutual information); this takes some seconds. Both views are then marked as aligned by computation.</source>
        <translation>视图 %1 与当前视图的参考坐标系不同，位置无法直接对比。可由图像计算配准（刚性，互信息），需数秒。之后两个视图均标明“计算配准”。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Align and scroll together</source>
        <translation>配准并联动</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Views are being aligned already.</source>
        <translation>视图配准正在进行中。</translation>
    </message>
    <message>
        <source>No other view shows a series of this patient in another frame of reference.</source>
        <translation>没有其他视图显示该患者参考坐标系不同的序列。</translation>
    </message>
    <message>
        <source>Aligning view %1 with view %2</source>
        <translation>正在将视图 %1 与视图 %2 配准</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Aligning was stopped; nothing was changed.</source>
        <translation>已停止配准，未作任何更改。</translation>
    </message>
    <message>
        <source>View %1 cannot be aligned with view %2: %3.</source>
        <translation>视图 %1 无法与视图 %2 配准：%3。</translation>
    </message>
    <message>
        <source>view %1: %2</source>
        <translation>视图 %1：%2</translation>
    </message>
    <message>
        <source>Scroll them to places that belong together, then link them by offset.</source>
        <translation>请先将各视图翻到相对应的位置，再使用偏移联动。</translation>
    </message>
    <message>
        <source>The views show other series now: the alignment was not used.</source>
        <translation>视图显示的序列已改变，未采用本次配准结果。</translation>
    </message>
    <message>
        <source>View %1 is aligned with view %2 by computation: turned by %3°; there and back differ by at most %4 mm. Check it at landmarks.</source>
        <translation>视图 %1 已通过计算与视图 %2 配准：旋转 %3°；正、反向两次计算结果最多相差 %4 mm。请用解剖标志核对。</translation>
    </message>
    <message>
        <source>No view is aligned by computation.</source>
        <translation>没有计算配准的视图。</translation>
    </message>
    <message>
        <source>The alignment by computation is taken back.</source>
        <translation>已取消计算配准。</translation>
    </message>
    <message>
        <source>Aligning was stopped; the other views were not aligned.</source>
        <translation>已停止配准，其余视图未配准。</translation>
    </message>
    <message>
        <source>the series was arranged anew or closed meanwhile</source>
        <translation>该序列在此期间被重新排列或已关闭</translation>
    </message>
    <message>
        <source>The active view shows no image that others could be aligned with.</source>
        <translation>当前视图没有可供配准的图像。</translation>
    </message>
    <message>
        <source>View %1 is aligned with the active view already. Take the alignment back to compute it anew.</source>
        <translation>视图 %1 与当前视图已配准。如需重新计算，请先取消配准。</translation>
    </message>
    <message>
        <source>Align them once more when the series stand.</source>
        <translation>请待序列就绪后重新配准。</translation>
    </message>
    <message>
        <source>The views are not taken for one patient&apos;s any more: the alignment was not used.</source>
        <translation>各视图已不再视为同一患者：未采用此次配准。</translation>
    </message>
</context>
<context>
    <name>consilium::app::AppBar</name>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message numerus="yes">
        <source>%n archives out of order</source>
        <translation>
            <numerusform>%n 个归档异常</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::AppearanceSettings</name>
    <message>
        <source>Language and appearance</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Images are always shown on black.</source>
        <translation>图像始终以黑色为背景显示。</translation>
    </message>
</context>
<context>
    <name>consilium::app::Application</name>
    <message>
        <source>The settings cannot be written to the disk: what is changed lasts until the program ends.</source>
        <translation>设置无法写入磁盘：所作更改在程序结束前有效。</translation>
    </message>
    <message numerus="yes">
        <source>%n more studies are not opened yet.</source>
        <translation>
            <numerusform>还有 %n 个检查未打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>All studies that were found have their tabs.</source>
        <translation>找到的检查均已有标签页。</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>没有未打开的内容。</translation>
    </message>
    <message>
        <source>This study is open from files, and these are shown. To open it from the archive close its tab first.</source>
        <translation>该检查已从文件打开，显示的是这些文件。要从归档打开，请先关闭其标签页。</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. %2</source>
        <translation>无法打开检查：%1。%2</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. Its archive is not connected any more.</source>
        <translation>无法打开检查：%1。其所在归档已不再连接。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveNote</name>
    <message>
        <source>%1 has not answered since %2. What is still missing comes by itself when it answers again.</source>
        <translation>%1 自 %2 起没有应答。恢复应答后，尚缺的内容会自动加载。</translation>
    </message>
    <message>
        <source>%1 is overloaded. It is being asked again.</source>
        <translation>%1 负荷过重，正在重新请求。</translation>
    </message>
    <message>
        <source>%1 is overloaded and asks to wait: it is asked again in %2 s.</source>
        <translation>%1 负荷过重，要求等待：%2 秒后重新请求。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 no longer has the study of %2: it was deleted or moved there. What has come of it is shown until it is closed; the rest does not come any more.</source>
        <translation>%1 中已没有 %2 的检查：已在该处被删除或移走。已加载的内容在关闭检查前仍可查看，其余内容不会再加载。</translation>
    </message>
    <message numerus="yes">
        <source>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</source>
        <translation>
            <numerusform>%1 中已没有 %2 检查的 %n 个序列：已在该处被删除或移走。已加载的内容在关闭检查前仍可查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not answered since %2. The study opens by itself when it answers again; close its tab to stop waiting.</source>
        <translation>%1 自 %2 起没有应答。恢复应答后，检查会自动打开；不想等待时，关闭该检查的标签页即可。</translation>
    </message>
    <message>
        <source>No answer since %1: %2</source>
        <translation>%1 起无应答：%2</translation>
    </message>
    <message>
        <source>Overloaded: %1</source>
        <translation>过载：%1</translation>
    </message>
    <message>
        <source>Overloaded, asked again in %1 s: %2</source>
        <translation>过载，%1 秒后重新请求：%2</translation>
    </message>
    <message>
        <source>No longer there, the study of %1: %2</source>
        <translation>%1 的检查已不存在：%2</translation>
    </message>
    <message numerus="yes">
        <source>No longer there, %n series of the study of %1: %2</source>
        <translation>
            <numerusform>%1 的检查有 %n 个序列已不存在：%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveSettings</name>
    <message>
        <source>The keychain of this computer did not take the password. It lasts until the program ends.</source>
        <translation>本机钥匙串未能保存密码，仅在本次运行期间有效。</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>令牌（Bearer）</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>The system&apos;s (a PEM file adds one)</source>
        <translation>系统自带（可用 PEM 文件增加）</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt)</source>
        <translation>PEM 文件 (*.pem *.crt)</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the password. Please enter it again.</source>
        <translation>本机钥匙串中没有密码，请重新输入。</translation>
    </message>
    <message>
        <source>New archive</source>
        <translation>新归档</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Saved. The password goes over the network unprotected: https would protect it.</source>
        <translation>已保存。密码在网络上未加密传输：使用 https 可加以保护。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the password. Please enter it again.</source>
        <translation>未保存。本机钥匙串中没有密码，请重新输入。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the password yet. Wait, or enter it.</source>
        <translation>未保存。本机钥匙串尚未给出密码。请稍候，或直接输入。</translation>
    </message>
    <message>
        <source>Not saved: the settings cannot be written to the disk. The archive lasts until the program ends.</source>
        <translation>未保存：设置无法写入磁盘。该归档在程序结束前有效。</translation>
    </message>
    <message>
        <source>The keychain of this computer did not take the token. It lasts until the program ends.</source>
        <translation>本机的钥匙串未能保存该令牌。它在程序退出前有效。</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the token. Please enter it again.</source>
        <translation>本机的钥匙串中没有该令牌。请重新输入。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the token. Please enter it again.</source>
        <translation>未保存。本机的钥匙串中没有该令牌。请重新输入。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the token yet. Wait, or enter it.</source>
        <translation>未保存。本机的钥匙串尚未给出该令牌。请稍候，或直接输入。</translation>
    </message>
    <message>
        <source>Saved. The token goes over the network unprotected: https would protect it.</source>
        <translation>已保存。令牌将以未加密方式在网络上传输：使用 https 可加以保护。</translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation>对“%1”的更改尚未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saving… The keychain of this computer has not answered yet.</source>
        <translation>正在保存…本机钥匙串尚未应答。</translation>
    </message>
    <message>
        <source>Delete this archive …</source>
        <translation>删除此归档…</translation>
    </message>
    <message>
        <source>The saved token is only for %1 and is not sent to another address. Enter the one of this address.</source>
        <translation>已保存的令牌仅用于 %1，不会发送到其他地址。请输入此地址的令牌。</translation>
    </message>
    <message>
        <source>The saved password is only for %1 and is not sent to another address. Enter the one of this address.</source>
        <translation>已保存的密码仅用于 %1，不会发送到其他地址。请输入此地址的密码。</translation>
    </message>
    <message>
        <source>The token goes over the network unprotected: https would protect it.</source>
        <translation>令牌将以未加密方式在网络上传输：使用 https 可加以保护。</translation>
    </message>
    <message>
        <source>The password goes over the network unprotected: https would protect it.</source>
        <translation>密码将以未加密方式在网络上传输：使用 https 可加以保护。</translation>
    </message>
    <message>
        <source>Not saved. Enter the token for the new address.</source>
        <translation>未保存。请输入新地址的令牌。</translation>
    </message>
    <message>
        <source>Not saved. Enter the password for the new address.</source>
        <translation>未保存。请输入新地址的密码。</translation>
    </message>
    <message>
        <source>Delete the archive “%1”? Its address and its password or token go from this computer. This cannot be undone.</source>
        <translation>删除归档“%1”？其地址和密码或令牌将从本机删除，无法撤销。</translation>
    </message>
    <message>
        <source>Tested without signing in: the saved token is not for this address.</source>
        <translation>已在不登录的情况下测试：保存的令牌不用于此地址。</translation>
    </message>
    <message>
        <source>Tested without signing in: the saved password is not for this address.</source>
        <translation>已在不登录的情况下测试：保存的密码不用于此地址。</translation>
    </message>
    <message>
        <source>The token would go to %1 unprotected: everybody on the way can read it. Send it?</source>
        <translation>令牌将以未加密方式发送到 %1：途中任何人都能读取。是否发送？</translation>
    </message>
    <message>
        <source>The password would go to %1 unprotected: everybody on the way can read it. Send it?</source>
        <translation>密码将以未加密方式发送到 %1：途中任何人都能读取。是否发送？</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The password is empty</source>
        <translation>密码为空</translation>
    </message>
    <message>
        <source>Signs in with the user name and an empty password. A password that was saved is replaced.</source>
        <translation>用该用户名和空密码登录。已保存的密码将被替换。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveStrip</name>
    <message>
        <source>slow · no answer for %1</source>
        <translation>缓慢 · 已等待 %1</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>slow · %1</source>
        <translation>缓慢 · %1</translation>
    </message>
    <message>
        <source>fine · %1</source>
        <translation>正常 · %1</translation>
    </message>
    <message>
        <source>offline · since %1</source>
        <translation>离线 · 自 %1</translation>
    </message>
    <message>
        <source>failed · since %1</source>
        <translation>异常 · 自 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>overloaded · asked again in %1 s</source>
        <translation>负载过高 · %1 秒后重试</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>等待钥匙串解锁</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message numerus="yes">
        <source>%n more archives</source>
        <translation>
            <numerusform>另有 %n 个归档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::CommandPalette</name>
    <message>
        <source>What shall be done?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>没有名称与之相符的命令。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTest</name>
    <message>
        <source>The archive is empty.</source>
        <translation>归档为空。</translation>
    </message>
    <message>
        <source>Not tried: the step before failed.</source>
        <translation>未执行：上一步失败。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Search for a study</source>
        <translation>查询一个检查</translation>
    </message>
    <message>
        <source>Fetch an image</source>
        <translation>取回一幅图像</translation>
    </message>
    <message>
        <source>Check host name and port, and whether the archive is running.</source>
        <translation>请核对主机名和端口，并确认归档正在运行。</translation>
    </message>
    <message>
        <source>Something answers at this address, but not in time. Check the port, or ask the archive&apos;s administrator.</source>
        <translation>该地址有应答，但未及时完成。请核对端口，或联系归档管理员。</translation>
    </message>
    <message>
        <source>Check user name and password. Small and capital letters differ.</source>
        <translation>请核对用户名和密码，注意区分大小写。</translation>
    </message>
    <message>
        <source>The account is known, but may not search. Ask the archive&apos;s administrator.</source>
        <translation>账户有效，但没有查询权限。请联系归档管理员。</translation>
    </message>
    <message>
        <source>A server answers, but there is no DICOMweb service at this path.</source>
        <translation>服务器有应答，但此路径下没有 DICOMweb 服务。</translation>
    </message>
    <message>
        <source>Check the end of the address; it is often /dicom-web or /dcm4chee-arc/aets/NAME/rs.</source>
        <translation>请核对地址末尾，常见为 /dicom-web 或 /dcm4chee-arc/aets/NAME/rs。</translation>
    </message>
    <message>
        <source>What answers is not a DICOMweb service.</source>
        <translation>应答的不是 DICOMweb 服务。</translation>
    </message>
    <message>
        <source>This is often a web page at the same server. Check the path of the address.</source>
        <translation>这通常是同一服务器上的网页。请核对地址的路径。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s administrator the code below.</source>
        <translation>请将下方代码告知归档管理员。</translation>
    </message>
    <message>
        <source>This server does not speak TLS.</source>
        <translation>此服务器不使用 TLS。</translation>
    </message>
    <message>
        <source>Try the address with http://, or ask for the port of the encrypted service.</source>
        <translation>请尝试以 http:// 开头的地址，或询问加密服务的端口。</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation>无法协商建立加密连接。</translation>
    </message>
    <message>
        <source>The server may want another version of TLS or a client certificate. Ask the archive&apos;s administrator.</source>
        <translation>服务器可能要求其他 TLS 版本或客户端证书。请联系归档管理员。</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s.</source>
        <translation>%1%2 秒后重试。</translation>
    </message>
    <message>
        <source>Not tried: the certificate authority comes first.</source>
        <translation>未尝试：须先有可用的证书颁发机构文件。</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used.</source>
        <translation>证书颁发机构文件无法使用。</translation>
    </message>
    <message>
        <source>Choose a PEM file with a certificate, or leave the field empty.</source>
        <translation>请选择含有证书的 PEM 文件，或将此栏留空。</translation>
    </message>
    <message>
        <source>Choose how to sign in above. Ask the archive&apos;s administrator.</source>
        <translation>请在上方选择登录方式。可询问归档管理员。</translation>
    </message>
    <message>
        <source>It may have run out. Ask the archive&apos;s administrator for a new one.</source>
        <translation>它可能已过期。请向归档管理员索取新的令牌。</translation>
    </message>
    <message>
        <source>If the hospital has a certificate authority of its own, choose its file above.</source>
        <translation>如果医院有自己的证书颁发机构，请选择其文件。</translation>
    </message>
    <message>
        <source>If the date of this computer is right, the archive needs a new certificate. Ask the archive&apos;s administrator.</source>
        <translation>如果本机日期正确，则归档需要更换新证书。请联系归档管理员。</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, or ask the archive&apos;s administrator.</source>
        <translation>请检查本机的日期和时间，或联系归档管理员。</translation>
    </message>
    <message>
        <source>Enter the host name that the certificate is for, or ask the archive&apos;s administrator whether the address is right.</source>
        <translation>请填写证书所属的主机名，或向归档管理员确认地址是否正确。</translation>
    </message>
    <message>
        <source>If it is the right server, ask the archive&apos;s administrator for the file of its certificate and choose it above.</source>
        <translation>如果服务器无误，请向归档管理员索取其证书文件，并在上方选择。</translation>
    </message>
    <message>
        <source>The server at this address does not answer in HTTP.</source>
        <translation>该地址的服务器没有以 HTTP 应答。</translation>
    </message>
    <message>
        <source>If the archive encrypts, try the address with https://. Else check the port, or ask the archive&apos;s administrator.</source>
        <translation>如果归档使用加密，请改用 https:// 开头的地址；否则请检查端口，或联系归档管理员。</translation>
    </message>
    <message>
        <source>Not checked: no archive has looked at it.</source>
        <translation>未核实：没有归档核对过它。</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>未核实。</translation>
    </message>
    <message>
        <source>Computer reachable</source>
        <translation>主机可达</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>端口有应答</translation>
    </message>
    <message>
        <source>No computer with this name can be found.</source>
        <translation>找不到此名称的主机。</translation>
    </message>
    <message>
        <source>Check the spelling of the host name, and whether this computer is in the right network.</source>
        <translation>请核对主机名的拼写，并确认本机处于正确的网络中。</translation>
    </message>
    <message>
        <source>The computer is there, but nothing answers at this port.</source>
        <translation>主机可达，但此端口没有应答。</translation>
    </message>
    <message>
        <source>Check the port of the address, and whether the archive is running.</source>
        <translation>请核对地址中的端口，并确认归档正在运行。</translation>
    </message>
    <message>
        <source>The computer at this address cannot be reached.</source>
        <translation>无法到达此地址的主机。</translation>
    </message>
    <message>
        <source>Check the address, whether the computer is switched on, and whether a firewall or another network lies in between.</source>
        <translation>请核对地址，确认该主机已开机，以及中间是否隔有防火墙或其他网络。</translation>
    </message>
    <message>
        <source>Check the address of the proxy in the settings of this computer, or whether it is meant to be used for the archive. Ask the network&apos;s administrator.</source>
        <translation>请检查本机设置中的代理服务器地址，以及连接归档是否应使用代理。可询问网络管理员。</translation>
    </message>
    <message>
        <source>The password of the archive does not help there. Ask the network&apos;s administrator to let this computer reach the archive without the proxy, or how to sign in to it.</source>
        <translation>归档的密码对代理无效。请联系网络管理员，让本机不经代理连接归档，或询问如何登录代理。</translation>
    </message>
    <message>
        <source>Ask the network&apos;s administrator to allow this address, or to let this computer reach the archive without the proxy.</source>
        <translation>请联系网络管理员允许访问此地址，或让本机不经代理连接归档。</translation>
    </message>
    <message>
        <source>Check host name and port of the address. If they are right, the archive is off, or is to be reached without the proxy: ask the network&apos;s administrator.</source>
        <translation>请核对地址中的主机名和端口。如果无误，则归档未运行，或应不经代理连接：请联系网络管理员。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTestView</name>
    <message>
        <source>The archive can be used.</source>
        <translation>归档可以使用。</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>代码 %1</translation>
    </message>
    <message>
        <source>%1 · failed</source>
        <translation>%1 · 失败</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>使用此地址</translation>
    </message>
    <message>
        <source>A DICOMweb service answers at %1.</source>
        <translation>%1 处有 DICOMweb 服务应答。</translation>
    </message>
</context>
<context>
    <name>consilium::app::DraftNote</name>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>永久丢弃</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n mark(s) of %1 that were not saved?</source>
        <translation>
            <numerusform>确定丢弃 %1 未保存的 %n 个标记？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of %1 were not saved.</source>
        <translation>
            <numerusform>%1 有 %n 个标记未保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are there again. The list of marks leads to each of them.</source>
        <translation>
            <numerusform>已恢复 %n 个标记，可从标记列表逐一定位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete them again</source>
        <translation>重新删除</translation>
    </message>
    <message>
        <source>Keep the marks</source>
        <translation>保留这些标记</translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n saved mark(s) on %1 was not saved.</source>
        <translation>
            <numerusform>%1 删除的 %n 个已保存标记，其删除尚未保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved mark(s) that you deleted are there again then.</source>
        <translation>
            <numerusform>您删除的 %n 个已保存标记将重新出现。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nor was the deletion of %n saved mark(s).</source>
        <translation>
            <numerusform>另有 %n 个已保存标记的删除尚未保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved mark(s) are deleted again: the archive has them until you save.</source>
        <translation>
            <numerusform>%n 个已保存标记已重新删除；在您保存之前，归档中仍保留它们。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::FilterBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: / goes here, Esc empties it</source>
        <translation>搜索：按 / 到此处，Esc 清空</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>近 3 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Every body part</source>
        <translation>全部部位</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>胸部</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>乳腺</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>盆腔</translation>
    </message>
    <message>
        <source>Cervical spine</source>
        <translation>颈椎</translation>
    </message>
    <message>
        <source>Thoracic spine</source>
        <translation>胸椎</translation>
    </message>
    <message>
        <source>Lumbar spine</source>
        <translation>腰椎</translation>
    </message>
    <message>
        <source>Shoulder</source>
        <translation>肩部</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>手部</translation>
    </message>
    <message>
        <source>Hip</source>
        <translation>髋部</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>膝部</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>足部</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>全身</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>送检医院</translation>
    </message>
    <message>
        <source>Every institution</source>
        <translation>全部医院</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>All archives</source>
        <translation>全部归档</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存检索</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存当前检索…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>These studies were asked for from outside. A click shows all again.</source>
        <translation>这些检查由外部系统要求打开。点击恢复显示全部。</translation>
    </message>
    <message numerus="yes">
        <source>Asked for: %n studies</source>
        <translation>
            <numerusform>外部调阅：%n 个检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已存检索</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name, ID or accession</source>
        <translation>姓名 / 患者编号 / 检查号</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>自定</translation>
    </message>
    <message numerus="yes">
        <source>%n archives</source>
        <translation>
            <numerusform>%n 个归档</numerusform>
        </translation>
    </message>
    <message>
        <source>Read?</source>
        <translation>阅片状态</translation>
    </message>
    <message>
        <source>Read or not</source>
        <translation>不论是否已阅</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未阅</translation>
    </message>
    <message>
        <source>Being read by me</source>
        <translation>本人阅片中</translation>
    </message>
    <message>
        <source>Read by me</source>
        <translation>本人已阅</translation>
    </message>
    <message>
        <source>Provisional: what you have said on this machine. Nobody elsewhere sees it.</source>
        <translation>暂定：仅为您在本机上的标注，其他地方看不到。</translation>
    </message>
</context>
<context>
    <name>consilium::app::FlowSettings</name>
    <message>
        <source>From study to study</source>
        <translation>逐个检查</translation>
    </message>
    <message>
        <source>Open the next study in a tab of its own</source>
        <translation>用新标签页打开下一个检查</translation>
    </message>
    <message>
        <source>Otherwise it takes the place of the one that is left.</source>
        <translation>否则取代所离开的检查的标签页。</translation>
    </message>
    <message>
        <source>Going to the next study marks the one that is left as read</source>
        <translation>前往下一个检查时，把离开的检查标为已阅</translation>
    </message>
    <message>
        <source>Provisional: only on this machine. Going back marks nothing.</source>
        <translation>暂定：仅在本机有效。返回上一个检查时不作标注。</translation>
    </message>
    <message>
        <source>Fetch images of the next study ahead</source>
        <translation>预先取得下一个检查的图像</translation>
    </message>
    <message>
        <source>Only while nothing else is on its way, and no more than memory has room for: its first images, the first series, and the first images of the prior study.</source>
        <translation>仅在没有其他传输时进行，且不超过内存余量：各序列首幅图像、首个序列的全部图像，以及既往检查的首批图像。</translation>
    </message>
</context>
<context>
    <name>consilium::app::HandOver</name>
    <message>
        <source>Consilium runs already and has to open as much as it can take. Try again in a moment.</source>
        <translation>Consilium 已在运行，待打开的内容已达上限。请稍后重试。</translation>
    </message>
</context>
<context>
    <name>consilium::app::HangingCommands</name>
    <message>
        <source>Studies are hung by a protocol when they are opened.</source>
        <translation>打开检查时总是按悬挂协议显示。</translation>
    </message>
    <message>
        <source>Studies are not hung by a protocol when they are opened.</source>
        <translation>打开检查时不按悬挂协议显示。</translation>
    </message>
    <message>
        <source>Studies are hung when they are opened where the protocol says so: mammograms and chest pairs.</source>
        <translation>打开检查时由悬挂协议决定是否悬挂：乳腺X线摄影和胸部正侧位会悬挂。</translation>
    </message>
    <message>
        <source>No hanging protocol fits this study.</source>
        <translation>没有适合本检查的悬挂协议。</translation>
    </message>
    <message>
        <source>With these monitors studies begin with one view.</source>
        <translation>在这组显示器上，检查以一个视图打开。</translation>
    </message>
    <message>
        <source>With these monitors studies begin with %1 × %2 views (rows × columns).</source>
        <translation>在这组显示器上，检查以 %1 × %2 个视图（行 × 列）打开。</translation>
    </message>
</context>
<context>
    <name>consilium::app::HangingSettings</name>
    <message>
        <source>Hanging protocols</source>
        <translation>悬挂协议</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入 …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Order as at first</source>
        <translation>恢复默认顺序</translation>
    </message>
    <message>
        <source>Try it earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Try it later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>The most conditions first; of equals your own first.</source>
        <translation>条件最多者优先；相同时自建者优先。</translation>
    </message>
    <message>
        <source>Import a hanging protocol</source>
        <translation>导入悬挂协议</translation>
    </message>
    <message>
        <source>Hanging protocols (*.json)</source>
        <translation>悬挂协议 (*.json)</translation>
    </message>
    <message>
        <source>Export the hanging protocol</source>
        <translation>导出悬挂协议</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This file is left out; the others go on. Mend it in an editor of texts, or delete it.</source>
        <translation>此文件未被采用，其他协议照常使用。请用文本编辑器改正，或将其删除。</translation>
    </message>
    <message>
        <source>It comes with the program. Copy it to change it.</source>
        <translation>这是程序自带的协议。如需修改，请先复制。</translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation>“%1”中的更改尚未保存。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>New protocol</source>
        <translation>新协议</translation>
    </message>
    <message>
        <source>It is off until you tick it in the list: without conditions it fits every study.</source>
        <translation>在列表中勾选之前不会启用：没有条件的协议符合所有检查。</translation>
    </message>
    <message>
        <source>%1: The file cannot be read.</source>
        <translation>%1：无法读取文件。</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 未导入。</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>%1 已导入。</translation>
    </message>
    <message>
        <source>The protocol was written.</source>
        <translation>协议已写入。</translation>
    </message>
    <message>
        <source>No study is open: open one to see here whether the protocol fits it.</source>
        <translation>没有打开的检查：打开检查后，这里会显示协议是否符合。</translation>
    </message>
    <message>
        <source>%1: cannot be tried yet</source>
        <translation>%1：暂时无法判断</translation>
    </message>
    <message>
        <source>%1: does not fit (%2)</source>
        <translation>%1：不符合（%2）</translation>
    </message>
    <message>
        <source>%1: fits, but is off</source>
        <translation>%1：符合，但未启用</translation>
    </message>
    <message>
        <source>%1: fits, but “%2” comes before it</source>
        <translation>%1：符合，但“%2”优先</translation>
    </message>
    <message>
        <source>%1: fits, and is the one that is used</source>
        <translation>%1：符合，将被采用</translation>
    </message>
    <message>
        <source>%1 · fits</source>
        <translation>%1 · 符合</translation>
    </message>
    <message>
        <source>Your own, in %1</source>
        <translation>自建，文件 %1</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>The first one from the top that is ticked and fits is used. A study that is opened is hung by itself only where this one says so.</source>
        <translation>采用自上而下第一个已勾选且符合的协议。打开检查时，仅当该协议要求时才自动悬挂。</translation>
    </message>
    <message>
        <source>What was changed in “%1” and not saved is lost: its file %2 is no longer there, or cannot be read.</source>
        <translation>“%1”中未保存的更改已丢失：其文件 %2 已不存在或无法读取。</translation>
    </message>
    <message>
        <source>Meanwhile the file was changed by another program. Discard shows what it says now.</source>
        <translation>此文件期间已被其他程序更改。“放弃更改”将显示其当前内容。</translation>
    </message>
    <message>
        <source>Meanwhile the file %1 was changed by another program. Put what is shown here in its place? What was changed there is lost then.</source>
        <translation>文件 %1 期间已被其他程序更改。是否以此处内容替换？该处的更改将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Delete the hanging protocol “%1”? Its file %2 goes from this computer. This cannot be undone.</source>
        <translation>删除悬挂协议“%1”？其文件 %2 将从本机删除，无法撤销。</translation>
    </message>
    <message>
        <source>It takes the place of “%1”, which comes with the program.</source>
        <translation>它取代程序自带的“%1”。</translation>
    </message>
    <message>
        <source>It is off until you tick it in the list, as the one was before it.</source>
        <translation>与被取代的协议一样未启用，在列表中勾选后才会启用。</translation>
    </message>
    <message>
        <source>%1: fits, and is the one that is used when you hang it; not by itself when it is opened</source>
        <translation>%1：符合，手动悬挂时将被采用；打开检查时不自动悬挂</translation>
    </message>
    <message>
        <source>It stands beside “%1”, which has the same id and stays as it is.</source>
        <translation>已有标识相同的“%1”，予以保留；导入的协议与其并存。</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeepCommands</name>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>此处不能保存。</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>此处没有显示图像。</translation>
    </message>
    <message>
        <source>This image is no key image.</source>
        <translation>此图像不是关键图像。</translation>
    </message>
    <message>
        <source>This image is no key image any more.</source>
        <translation>此图像不再是关键图像。</translation>
    </message>
    <message numerus="yes">
        <source>%n key image(s): %1.</source>
        <translation>
            <numerusform>%n 幅关键图像：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>No key image</source>
        <translation>不设为关键图像</translation>
    </message>
    <message>
        <source>Save marks</source>
        <translation>保存标记</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. They stay on this computer as unsaved marks. They can also be written as DICOM files to a folder.</source>
        <translation>此检查来自文件，没有可接收其标记的归档。标记仍作为未保存的标记留在本机，也可以作为 DICOM 文件写入文件夹。</translation>
    </message>
    <message>
        <source>Save as files…</source>
        <translation>另存为文件…</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Save marks as files in a folder</source>
        <translation>将标记另存为文件夹中的文件</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. They can be written as DICOM files to a folder.</source>
        <translation>该检查来自文件：没有可送标记的归档。可以作为 DICOM 文件写入文件夹。</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeptCommands</name>
    <message>
        <source>The study has no presentation state.</source>
        <translation>本检查没有显示状态。</translation>
    </message>
    <message>
        <source>The study has no such presentation state.</source>
        <translation>本检查没有该显示状态。</translation>
    </message>
    <message>
        <source>None of the images of the presentation state is here.</source>
        <translation>该显示状态所涉及的图像都不在此处。</translation>
    </message>
    <message>
        <source>Shown as saved: %1.</source>
        <translation>已按保存的方式显示：%1。</translation>
    </message>
    <message>
        <source>this study</source>
        <translation>本检查</translation>
    </message>
    <message>
        <source>The study has no key images.</source>
        <translation>本检查没有关键图像。</translation>
    </message>
    <message>
        <source>Key image %1 of %2.</source>
        <translation>关键图像 %1 / %2。</translation>
    </message>
    <message>
        <source>No presentation state of the study has layers with marks.</source>
        <translation>本检查的显示状态都没有带标记的图层。</translation>
    </message>
    <message>
        <source>The presentation states of the study have no such layer.</source>
        <translation>本检查的显示状态没有该图层。</translation>
    </message>
    <message>
        <source>The layer %1 is shown.</source>
        <translation>图层 %1 已显示。</translation>
    </message>
    <message>
        <source>The layer %1 is hidden.</source>
        <translation>图层 %1 已隐藏。</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyField</name>
    <message>
        <source>Press the new keys</source>
        <translation>请按下新的按键</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyImageGuide</name>
    <message>
        <source>Only the key images of %1 were asked for. Not every series of the study could be read: whether it has key images is not known. All that is there is shown.</source>
        <translation>链接只要求 %1 的关键图像。该检查有序列无法读取，不能确定有无关键图像；现显示已有的全部图像。</translation>
    </message>
    <message>
        <source>Only the key images of %1 were asked for. The study has no key images: all its images are shown.</source>
        <translation>链接只要求 %1 的关键图像。该检查没有关键图像；现显示其全部图像。</translation>
    </message>
    <message>
        <source>Only the key images of %1 were asked for. None of those that its key image notes name is in the study: all its images are shown.</source>
        <translation>链接只要求 %1 的关键图像。关键图像说明所指的图像都不在该检查中；现显示其全部图像。</translation>
    </message>
    <message numerus="yes">
        <source>Key images of %1: the first of %n is shown, beside the note that names it.</source>
        <translation>
            <numerusform>%1 的关键图像：共 %n 幅，现显示第一幅，旁边是列出关键图像的说明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key images of %1: there are %n, listed in the key image note of the study.</source>
        <translation>
            <numerusform>%1 的关键图像：共 %n 幅，列在该检查的关键图像说明中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not in the study.</source>
        <translation>
            <numerusform>其中 %n 幅不在该检查中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::KeySettings</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用位置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <translation>按命令或按键搜索</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>全部恢复初始</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>使用此按键</translation>
    </message>
    <message>
        <source>Use as well</source>
        <translation>同时使用</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢复初始</translation>
    </message>
    <message>
        <source>When reading</source>
        <translation>阅片时</translation>
    </message>
    <message>
        <source>In the worklist</source>
        <translation>工作列表中</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>At first: %1</source>
        <translation>初始为：%1</translation>
    </message>
    <message>
        <source>No command has this name or key.</source>
        <translation>没有符合的命令或按键。</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>改用于此命令</translation>
    </message>
    <message>
        <source>This command has no keys.</source>
        <translation>此命令没有按键。</translation>
    </message>
    <message>
        <source>%1 is needed to move about in the window and cannot be given to a command.</source>
        <translation>%1 用于在窗口中移动，不能分配给命令。</translation>
    </message>
    <message>
        <source>The command has these keys already.</source>
        <translation>此命令已使用该按键。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 未被使用。</translation>
    </message>
    <message>
        <source>With this file %1 would run both “%2” and “%3”. Nothing was changed.</source>
        <translation>使用此文件后，%1 会同时执行“%2”和“%3”。未作任何更改。</translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation>导出按键</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>按键 (*.json)</translation>
    </message>
    <message>
        <source>The keys were written.</source>
        <translation>按键已写入文件。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>导入按键</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n commands of the file are not known to this program and were left out.</source>
        <translation>
            <numerusform>文件中有 %n 个命令本程序没有，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys of the file are in use.</source>
        <translation>文件中的按键已生效。</translation>
    </message>
    <message>
        <source>Give up my keys</source>
        <translation>放弃我的按键</translation>
    </message>
    <message numerus="yes">
        <source>The keys that you have chosen for %n commands are given up. Click “Give up my keys” to do it.</source>
        <translation>
            <numerusform>您为 %n 个命令选择的按键将被放弃。点击“放弃我的按键”以执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the keys before</source>
        <translation>恢复导入前的按键</translation>
    </message>
    <message>
        <source>%1 is already in use: it runs %2. If you take it over, it no longer does.</source>
        <translation>%1 已被使用：它执行%2。如改用于此命令，则不再执行。</translation>
    </message>
    <message>
        <source>%1 is needed to move about in lists and cannot be given to this command.</source>
        <translation>%1 用于在列表中移动，不能分配给此命令。</translation>
    </message>
    <message>
        <source>This is not a file of keys. Nothing was changed.</source>
        <translation>这不是按键文件。未作任何更改。</translation>
    </message>
    <message>
        <source>The file is of another version (“schema”: %1); this program reads version 1. Nothing was changed.</source>
        <translation>文件版本不符（“schema”：%1）；本程序读取版本 1。未作任何更改。</translation>
    </message>
    <message>
        <source>The file gives %1 to both “%2” and “%3”. Nothing was changed.</source>
        <translation>文件将 %1 同时分配给“%2”和“%3”。未作任何更改。</translation>
    </message>
    <message>
        <source>The file has keys or commands that cannot be read. Nothing was changed.</source>
        <translation>文件中有无法读取的按键或命令。未作任何更改。</translation>
    </message>
    <message>
        <source>The file gives %1 to “%2”, which the window needs itself. Nothing was changed.</source>
        <translation>文件将 %1 分配给“%2”，而窗口本身需要该按键。未作任何更改。</translation>
    </message>
    <message>
        <source>The keys are as they were before the import.</source>
        <translation>按键已恢复到导入前的状态。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keys of %n commands change.</source>
        <translation>
            <numerusform>%n 个命令的按键将改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Without any key are then: %1.</source>
        <translation>届时没有任何按键的命令：%1。</translation>
    </message>
    <message>
        <source>Use the file&apos;s keys</source>
        <translation>使用文件中的按键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The file changes no keys.</source>
        <translation>文件不改变任何按键。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>consilium::app::LeaveQuestion</name>
    <message numerus="yes">
        <source>%n mark(s) that you drew, changed or deleted are not saved.</source>
        <translation>
            <numerusform>您绘制、修改或删除的 %n 个标记尚未保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) are not in the archive yet.</source>
        <translation>
            <numerusform>%n 个已保存的对象尚未到达归档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks that are not saved are in memory only and go when the program ends.</source>
        <translation>未保存的标记仅存于内存，程序结束后即丢失。</translation>
    </message>
    <message>
        <source>The same holds for what has not been sent.</source>
        <translation>尚未发送的对象也是如此。</translation>
    </message>
    <message>
        <source>Until then they are offered when the study is opened again.</source>
        <translation>在此之前，重新打开该检查时可以恢复它们。</translation>
    </message>
    <message>
        <source>Studies from files have no archive: go back and choose &quot;Save marks as files&quot; to keep theirs.</source>
        <translation>来自文件的检查没有归档：请返回并选择“将标记另存为文件”以保留其标记。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be saved only when their study is opened again and they are restored.</source>
        <translation>
            <numerusform>其中 %n 个须重新打开其检查并恢复后才能保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved marks</source>
        <translation>未保存的标记</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>Discard them and end</source>
        <translation>丢弃并结束程序</translation>
    </message>
    <message>
        <source>Discard them and go</source>
        <translation>丢弃并换人</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Save and send, then end</source>
        <translation>保存并发送后结束程序</translation>
    </message>
    <message>
        <source>Save and send, then go</source>
        <translation>保存并发送后换人</translation>
    </message>
    <message>
        <source>Being saved …</source>
        <translation>正在保存……</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are on the way to the archive …</source>
        <translation>
            <numerusform>%n 个对象正在发往归档……</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::LookNote</name>
    <message numerus="yes">
        <source>Looking through the list: %n studies so far.</source>
        <translation>
            <numerusform>正在逐页查找：已看 %n 个检查。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n studies were looked through. The archive has more.</source>
        <translation>
            <numerusform>只查看了 %n 个检查，归档中还有更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>继续查找</translation>
    </message>
    <message>
        <source>Pinyin, initials and institutions are found in what was listed only.</source>
        <translation>拼音、首字母和送检医院只能在已列出的检查中查找。</translation>
    </message>
</context>
<context>
    <name>consilium::app::MainWindow</name>
    <message>
        <source>Worklist</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Open a folder with DICOM files</source>
        <translation>打开含 DICOM 文件的文件夹</translation>
    </message>
    <message>
        <source>Open DICOM files</source>
        <translation>打开 DICOM 文件</translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkKeeper</name>
    <message>
        <source>Unsaved marks are kept on this computer again.</source>
        <translation>未保存的标记已恢复在本机留存。</translation>
    </message>
    <message>
        <source>Some of what was kept in it may be lost, unsaved marks among it.</source>
        <translation>其中部分数据可能已丢失，包括未保存的标记。</translation>
    </message>
    <message>
        <source>Nothing of it is lost.</source>
        <translation>没有数据丢失。</translation>
    </message>
    <message>
        <source>The store of unsaved marks on this computer was damaged and has been mended.</source>
        <translation>本机存放未保存标记的数据曾损坏，现已修复。</translation>
    </message>
    <message>
        <source>Marks that are not saved are in memory only and go when the program ends.</source>
        <translation>未保存的标记仅存于内存，程序结束后即丢失。</translation>
    </message>
    <message>
        <source>The keychain of this computer, which has the key to keep them by, is locked.</source>
        <translation>用于加密留存的密钥在本机的钥匙串中，钥匙串尚未解锁。</translation>
    </message>
    <message>
        <source>This computer has no keychain for a key by which they could be kept.</source>
        <translation>本机没有可存放加密密钥的钥匙串，无法留存标记。</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved marks of %n study (studies) cannot be read by this version of the program. They stay on this computer as they are.</source>
        <translation>
            <numerusform>本版本程序无法读取 %n 个检查的未保存标记，这些标记原样保留在本机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved marks of an earlier run may be on this computer and cannot be read now.</source>
        <translation>本机可能留有上次运行时未保存的标记，目前无法读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of it are lost, unsaved marks may be among them.</source>
        <translation>
            <numerusform>其中 %n 条记录已丢失，可能包括未保存的标记。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again by itself, and said when they are safe.</source>
        <translation>会自动重试；存好后会告知。</translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkSaving</name>
    <message>
        <source>A mark cannot be drawn on its image and is not saved: %1.</source>
        <translation>有一个标记无法绘制在其图像上，未保存：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The pixels of %n mark(s) could not be had: they are saved without the values of these.</source>
        <translation>
            <numerusform>%n 个标记的像素无法取得：保存时不含像素值。</numerusform>
        </translation>
    </message>
    <message>
        <source>A presentation state knows quarter turns only: the images are saved upright and whole.</source>
        <translation>显示状态只能记录 90° 的旋转：图像按未旋转、完整显示保存。</translation>
    </message>
    <message>
        <source>A key image without a known reason is not saved.</source>
        <translation>理由未知的关键图像未保存。</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Presentation states</source>
        <translation>显示状态</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between marks</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved, for their images are not in the archive or not loaded yet: %1. They stay unsaved marks.</source>
        <translation>未保存：%1。其图像不在归档中或尚未加载；它们仍是未保存的标记。</translation>
    </message>
    <message>
        <source>Not saved, for marks that were saved with them lie on images that are not there and would be lost: %1. They stay unsaved marks.</source>
        <translation>未保存：%1。与其同在一个对象中的已保存标记所在的图像缺失，写入会使那些标记丢失；它们仍是未保存的标记。</translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n mark(s) is not saved for the same reason.</source>
        <translation>
            <numerusform>因同样的原因，%n 个标记的删除未保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Key images taken back</source>
        <translation>撤回的关键图像</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Slab, fusion, enhancement and colours are not saved: a presentation state has none of them.</source>
        <translation>厚层、融合、增强和伪彩不保存：显示状态中没有这些内容。</translation>
    </message>
    <message>
        <source>View of series %1, image %2</source>
        <translation>视图：序列 %1，图像 %2</translation>
    </message>
    <message>
        <source>View of image %1</source>
        <translation>视图：图像 %1</translation>
    </message>
    <message>
        <source>Not saved, for figures of a fused series that were saved with them cannot be read now and would be lost: %1. They stay unsaved marks.</source>
        <translation>未保存：%1。与其同在一个对象中的融合序列数值现在无法读取，写入会使其丢失；它们仍是未保存的标记。</translation>
    </message>
    <message numerus="yes">
        <source>What %n mark(s) say of a fused series could not be had, or has too many points: they are saved without these values.</source>
        <translation>
            <numerusform>%n 个标记在融合序列中的数值无法取得，或轮廓点过多：保存时不含这些数值。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkSender</name>
    <message>
        <source>What was saved cannot be sent now: the outbox on this computer cannot be read.</source>
        <translation>已保存的内容现在无法发送：本机的发件箱无法读取。</translation>
    </message>
    <message>
        <source>No study is shown.</source>
        <translation>没有显示检查。</translation>
    </message>
    <message>
        <source>There is nothing to save: no mark of this study is new or changed.</source>
        <translation>没有可保存的内容：此检查没有新的或改动的标记。</translation>
    </message>
    <message>
        <source>The archive of this study is not known.</source>
        <translation>不知道此检查所属的归档。</translation>
    </message>
    <message>
        <source>The store of this computer is just being opened. Try again in a moment.</source>
        <translation>正在打开本机的存储，请稍后再试。</translation>
    </message>
    <message>
        <source>The marks are not saved; they stay unsaved marks of this computer.</source>
        <translation>标记未保存，仍作为未保存的标记留在本机。</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. &quot;Save marks as files&quot; writes them to a folder.</source>
        <translation>此检查来自文件，没有可接收其标记的归档。“将标记另存为文件”可将其写入文件夹。</translation>
    </message>
    <message>
        <source>Nothing had to be written anew.</source>
        <translation>没有需要重新写入的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n object(s) on the way to %1.</source>
        <translation>
            <numerusform>已保存：%n 个对象正发往 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer cannot keep them: do not end the program before they are in the archive.</source>
        <translation>本机无法留存这些对象：请在其到达归档之前不要退出程序。</translation>
    </message>
    <message>
        <source>The files could not be written.</source>
        <translation>文件无法写入。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. The marks stay unsaved marks of this computer as well.</source>
        <translation>
            <numerusform>已写入 %n 个文件。标记同时仍作为未保存的标记留在本机。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the archive did not take it. The outbox says why.</source>
        <translation>%1：归档没有接收。原因见发件箱。</translation>
    </message>
    <message>
        <source>Key images (%1)</source>
        <translation>关键图像（%1）</translation>
    </message>
    <message>
        <source>Arrows, texts and display</source>
        <translation>箭头、文字与显示方式</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>It is just being sent: wait until that has ended.</source>
        <translation>正在发送：请等待结束。</translation>
    </message>
    <message>
        <source>It could not be taken out of the outbox.</source>
        <translation>无法从发件箱中取出。</translation>
    </message>
    <message>
        <source>The file was written.</source>
        <translation>文件已写入。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>文件无法写入。</translation>
    </message>
    <message>
        <source>Key images taken back (%1)</source>
        <translation>撤回关键图像（%1）</translation>
    </message>
    <message>
        <source>Marks are just being saved: wait until that has ended.</source>
        <translation>正在保存标记：请等待保存完成。</translation>
    </message>
    <message>
        <source>The view is not saved.</source>
        <translation>视图未保存。</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send a view of it to.</source>
        <translation>此检查来自文件，没有可接收其视图的归档。</translation>
    </message>
    <message>
        <source>The marks are not saved.</source>
        <translation>标记没有保存。</translation>
    </message>
    <message>
        <source>%1 does not answer: they wait in the outbox and go when it is back.</source>
        <translation>%1 没有应答：它们在发件箱中等待，恢复后发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer. What you saved waits for it: it is put together and sent when it is back.</source>
        <translation>%1 没有应答。您保存的内容正在等待它：恢复后生成对象并发送。</translation>
    </message>
</context>
<context>
    <name>consilium::app::MonitorSettings</name>
    <message>
        <source>Use this measure</source>
        <translation>采用此测量值</translation>
    </message>
    <message>
        <source>Forget the measure</source>
        <translation>清除测量值</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>To show images in true size, hold a ruler to the bar and enter how long it is from outer edge to outer edge. What a monitor says of its own size is not relied on.</source>
        <translation>为了按实际大小显示图像，请用直尺量出横线两端外缘之间的长度并填入。不采用显示器自报的尺寸。</translation>
    </message>
    <message>
        <source>Length of the bar</source>
        <translation>横线长度</translation>
    </message>
    <message>
        <source>Measured: a pixel of this monitor is %1 mm. True size can be used.</source>
        <translation>已测量：本显示器像素为 %1 mm，可以按实际大小显示。</translation>
    </message>
    <message>
        <source>Not measured: true size cannot be used on this monitor.</source>
        <translation>未测量：本显示器不能按实际大小显示。</translation>
    </message>
    <message>
        <source>This monitor: %1, %2 × %3 pixels</source>
        <translation>本显示器：%1，%2 × %3 像素</translation>
    </message>
    <message>
        <source>No monitor has pixels of %1 mm: please measure once more.</source>
        <translation>没有像素为 %1 mm 的显示器，请重新测量。</translation>
    </message>
    <message>
        <source>The length is a number of millimetres, from 20 to 1000.</source>
        <translation>长度应为 20 到 1000 之间的毫米数。</translation>
    </message>
    <message>
        <source>With the worklist in a window of its own: %1</source>
        <translation>工作列表用单独窗口时：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::MouseSettings</name>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>My own as at first</source>
        <translation>恢复我的初始设置</translation>
    </message>
    <message>
        <source>Left button</source>
        <translation>左键</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>中键</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>Back button</source>
        <translation>后退键</translation>
    </message>
    <message>
        <source>Forward button</source>
        <translation>前进键</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>Tools in a circle round the pointer: hold the key (Settings, Keyboard) or the right button, move towards a tool, let go.</source>
        <translation>指针周围的环形工具菜单：按住快捷键（设置 › 键盘）或右键，移向工具后松开。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>左上</translation>
    </message>
</context>
<context>
    <name>consilium::app::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningDetails</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out</source>
        <translation>
            <numerusform>%n 个文件未打开</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more studies: a double click opens one</source>
        <translation>
            <numerusform>另有 %n 个检查：双击打开</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningReport</name>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>没有文件或文件夹“%1”。</translation>
    </message>
    <message>
        <source>There are no DICOM images in what was opened.</source>
        <translation>打开的内容中没有 DICOM 图像。</translation>
    </message>
    <message>
        <source>Nothing could be opened. %1</source>
        <translation>无法打开任何内容。%1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be opened: %n files cannot be shown, for several reasons.</source>
        <translation>
            <numerusform>无法打开任何内容：%n 个文件因不同原因无法显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be opened: %n files cannot be shown. %1</source>
        <translation>
            <numerusform>无法打开任何内容：%n 个文件无法显示。%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out, for several reasons.</source>
        <translation>
            <numerusform>%n 个文件因不同原因未打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out. %1</source>
        <translation>
            <numerusform>%n 个文件未打开。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The directory of the medium names it, but it is not there.</source>
        <translation>介质目录（DICOMDIR）列出了它，但文件不存在。</translation>
    </message>
    <message>
        <source>The directory of the medium points outside its own folder.</source>
        <translation>介质目录（DICOMDIR）指向自身文件夹之外的文件。</translation>
    </message>
    <message>
        <source>Reading was stopped: series may lack images.</source>
        <translation>读取已停止：序列可能缺少图像。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies were found and not opened, for want of a free tab; %1 are waiting in all.</source>
        <translation>
            <numerusform>标签页已满，有 %n 个找到的检查未打开；共有 %1 个等待打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies were found and not opened, for want of a free tab.</source>
        <translation>
            <numerusform>标签页已满，有 %n 个找到的检查未打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another patient is named than in the rest of the study.</source>
        <translation>写明的患者与检查的其余部分不同。</translation>
    </message>
    <message>
        <source>No patient is named, where the rest of the study names one.</source>
        <translation>未注明患者，而检查的其余部分注明了。</translation>
    </message>
    <message>
        <source>The study is open already, from an archive.</source>
        <translation>该检查已从归档打开。</translation>
    </message>
    <message>
        <source>The study is open already, from the archive %1.</source>
        <translation>该检查已从归档 %1 打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n files were not opened: their study is open already, from an archive.</source>
        <translation>
            <numerusform>%n 个文件未打开：其检查已从归档打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were not opened: their study is open already, from the archive %1.</source>
        <translation>
            <numerusform>%n 个文件未打开：其检查已从归档 %1 打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another patient is named in %n files: they were left out.</source>
        <translation>
            <numerusform>另一患者的名字写在 %n 个文件中：未予打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No patient is named in %n files, where the rest of the study names one: they were left out.</source>
        <translation>
            <numerusform>%n 个文件未注明患者，而检查的其余部分注明了：未予打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (Opened at %2.)</source>
        <translation>%1（%2 打开。）</translation>
    </message>
    <message>
        <source>%1 (Asked for: %2.)</source>
        <translation>%1（要打开的是：%2。）</translation>
    </message>
    <message>
        <source>%1 Shown is “%2”.</source>
        <translation>%1当前显示“%2”。</translation>
    </message>
    <message numerus="yes">
        <source>%n files bear the UID of another file and hold something else: they were left out.</source>
        <translation>
            <numerusform>%n 个文件与另一个文件的 UID 相同但内容不同：未予打开。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::OutOfDateNote</name>
    <message numerus="yes">
        <source>%n entries in the list of %1 could not be read: that many studies may be missing here.</source>
        <translation>
            <numerusform>%1 的列表中有 %n 条无法读取：此处可能缺少同样数量的检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has given no list since %2. Its studies are shown as listed at %3.</source>
        <translation>%1 自 %2 起未能给出列表。其检查按 %3 所列显示。</translation>
    </message>
    <message>
        <source>No list comes from: %1. Their studies are shown as they were last listed.</source>
        <translation>以下归档未能给出列表：%1。其检查按最近一次所列显示。</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a day</comment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a day</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>the beginning of the whole list</source>
        <translation>完整列表的开头部分</translation>
    </message>
    <message>
        <source>%1 (not to the end)</source>
        <translation>%1（未到末尾）</translation>
    </message>
    <message>
        <source>Studies of %1 are missing here: it was not asked for all of them.</source>
        <translation>此处缺少 %1 的部分检查：未曾向其查询全部检查。</translation>
    </message>
    <message>
        <source>Only this was listed of %1, and its other studies are missing here: %2.</source>
        <translation>%1 仅列出过以下范围，其余检查此处缺失：%2。</translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxButton</name>
    <message numerus="yes">
        <source>%n object(s) were not taken by their archive and need a decision.</source>
        <translation>
            <numerusform>%n 个对象未被归档接收，需要您决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) on the way to their archive.</source>
        <translation>
            <numerusform>%n 个对象正发往归档。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · waiting for %2</source>
        <translation>%1 · 等待 %2</translation>
    </message>
    <message numerus="yes">
        <source>The marks of %n study (studies) are put together and sent when their archive answers.</source>
        <translation>
            <numerusform>%n 个检查的标记将在归档应答后生成对象并发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for: %1.</source>
        <translation>等待：%1。</translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>On the way to the archive</source>
        <translation>正发往归档</translation>
    </message>
    <message>
        <source>Everything that was saved is in its archive.</source>
        <translation>保存的内容均已在归档中。</translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation>另存为文件</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) or deletion(s) wait for %1. They are put together and sent when it answers and the study is open.</source>
        <translation>
            <numerusform>%n 处标记或删除在等待 %1。它应答且检查打开时生成对象并发送。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxRow</name>
    <message>
        <source>Give it up? It will not be sent; the marks become unsaved marks of this computer again.</source>
        <translation>放弃发送？对象将不再发送，其标记重新成为本机未保存的标记。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>另存为文件…</translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleDesk</name>
    <message>
        <source>Person 1</source>
        <translation>人员 1</translation>
    </message>
    <message>
        <source>Nothing is locked without a password. Set one in the settings, under “People”.</source>
        <translation>没有密码就无法锁定。请在设置的“人员”中设置密码。</translation>
    </message>
    <message>
        <source>There is nobody else yet. Add people in the settings, under “People”.</source>
        <translation>还没有其他人员。请在设置的“人员”中添加。</translation>
    </message>
    <message>
        <source>Nobody can delete themselves while they are signed in.</source>
        <translation>已登录的人员不能删除自己。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a minute.</source>
        <translation>密码错误次数过多，请等待一分钟。</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>当前密码不正确。</translation>
    </message>
    <message>
        <source>Only with the password of %1: enter it.</source>
        <translation>需要 %1 的密码，请输入。</translation>
    </message>
    <message>
        <source>That is not the password of %1.</source>
        <translation>这不是 %1 的密码。</translation>
    </message>
    <message>
        <source>The password was not changed, the one before holds. %1</source>
        <translation>密码没有更改，原密码仍然有效。%1</translation>
    </message>
    <message>
        <source>No password was set. %1</source>
        <translation>没有设置密码。%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleSettings</name>
    <message>
        <source>People of this computer</source>
        <translation>本机人员</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>新人员的姓名</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密码或 PIN</translation>
    </message>
    <message>
        <source>Lock the screen by itself</source>
        <translation>自动锁定屏幕</translation>
    </message>
    <message>
        <source>Present one</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New one again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Do without a password</source>
        <translation>不使用密码</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>After %n min</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Enter a name and save to make it anew, without a password; settings stay, and the damaged file is kept beside it.</source>
        <translation>无法读取此人员的条目：%1。输入姓名并保存即可重新建立（无密码）；设置会保留，损坏的文件保存在旁边。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Needs a password: without one anybody could go on.</source>
        <translation>需要密码：没有密码，任何人都可以继续。</translation>
    </message>
    <message>
        <source>From now on the program asks who reads. Passwords are set by each person, after signing in.</source>
        <translation>今后程序启动时会询问由谁阅片。密码由各人登录后自行设置。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>The settings of %1 on this computer are deleted: archives and their passwords, saved searches, columns, keys. Images and reports in the archives are not touched.</source>
        <translation>将删除 %1 在本机的设置：归档及其密码、已保存的检索、列、快捷键。归档中的图像和报告不受影响。</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>The new password is missing.</source>
        <translation>缺少新密码。</translation>
    </message>
    <message>
        <source>The two new passwords are not the same.</source>
        <translation>两次输入的新密码不一致。</translation>
    </message>
    <message>
        <source>There is no password any more.</source>
        <translation>已不再使用密码。</translation>
    </message>
    <message>
        <source>The password is set. Nobody can read it, and nobody can look it up: do not forget it.</source>
        <translation>密码已设置。任何人都无法查看，请勿忘记。</translation>
    </message>
    <message>
        <source>Password of this person</source>
        <translation>此人的密码</translation>
    </message>
    <message>
        <source>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. How many there are is being looked up …</source>
        <translation>其未保存的标记和尚未到达归档的对象也将永久删除。正在查看共有多少……</translation>
    </message>
    <message>
        <source>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. Whether there are any cannot be known: %1</source>
        <translation>其未保存的标记和尚未到达归档的对象也将永久删除。是否存在、有多少，无法得知：%1</translation>
    </message>
    <message>
        <source>They have no unsaved marks, and nothing that has not reached the archive.</source>
        <translation>此人没有未保存的标记，也没有尚未到达归档的对象。</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) that they have not saved are deleted for good as well.</source>
        <translation>
            <numerusform>其未保存的 %n 个标记也将永久删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) that have not reached the archive are deleted for good as well.</source>
        <translation>
            <numerusform>尚未到达归档的 %n 个已保存对象也将永久删除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::PersonButton</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>People and passwords…</source>
        <translation>人员与密码…</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>已登录：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::PictureNote</name>
    <message>
        <source>Ask for pictures again</source>
        <translation>重新请求预览图</translation>
    </message>
    <message>
        <source>The connection broke twice in a row while a preview was asked for: no more previews are asked from %1. Drawing them may stop the archive.</source>
        <translation>请求预览图时连接连续两次中断：不再向 %1 请求预览图。生成预览图可能使归档停止运行。</translation>
    </message>
</context>
<context>
    <name>consilium::app::PriorFetch</name>
    <message>
        <source>The earlier study of %1 cannot be opened to be hung beside: its archive is not connected any more, or another patient&apos;s study is open under its UID.</source>
        <translation>无法打开 %1 的既往检查以作对比：其归档已断开，或同一 UID 下已打开其他患者的检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier study(ies) could not be fetched to be hung beside.</source>
        <translation>
            <numerusform>有 %n 次既往检查未能取得，无法放在旁边对比。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the earlier study (%1) is one to be hung beside is not known: nothing is told of its series. The timeline leads to it.</source>
        <translation>无法确定既往检查（%1）是否符合对比悬挂的要求：归档未告知其序列信息，可从时间轴打开。</translation>
    </message>
    <message>
        <source>The earlier study (%1) that was to be hung beside has not come yet. The timeline leads to it.</source>
        <translation>用于对比悬挂的既往检查（%1）尚未取得，可从时间轴打开。</translation>
    </message>
    <message>
        <source>No earlier study was found to be hung beside. Not known whether they have one: %1</source>
        <translation>未找到可用于对比悬挂的既往检查。无法确定以下归档是否有：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::ProtocolForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Hang by itself when a study is opened</source>
        <translation>打开检查时自动悬挂</translation>
    </message>
    <message>
        <source>When it fits</source>
        <translation>适用条件</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadStateRow</name>
    <message>
        <source>Provisional: only on this machine</source>
        <translation>暂定：仅在本机有效</translation>
    </message>
    <message>
        <source>Read by me</source>
        <translation>本人已阅</translation>
    </message>
    <message>
        <source>Being read by me</source>
        <translation>本人阅片中</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未阅</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in the worklist</comment>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Not in the worklist as it is filtered now</source>
        <translation>不在当前筛选的工作列表中</translation>
    </message>
    <message>
        <source>Worklist: %1</source>
        <translation>工作列表：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reads no further; what was found stays open</source>
        <translation>不再继续读取；已找到的内容保持打开</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation>正在读取文件：%1 / %2</translation>
    </message>
    <message>
        <source>Reading files: %1 found</source>
        <translation>正在读取文件：已找到 %1 个</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2 found</source>
        <translation>正在读取文件：%1 / 已找到 %2 个</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingPage</name>
    <message>
        <source>Point at a mark of yours to delete it.</source>
        <translation>请将鼠标指向您自己的标记再删除。</translation>
    </message>
    <message>
        <source>Nothing is known to be wrong with these images.</source>
        <translation>未发现这些图像有问题。</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>此处没有图像。</translation>
    </message>
    <message>
        <source>The details of the image were copied.</source>
        <translation>图像信息已复制。</translation>
    </message>
    <message>
        <source>A window can be typed for grey images only.</source>
        <translation>只有灰度图像可以输入窗宽窗位。</translation>
    </message>
    <message>
        <source>There is no such prior report.</source>
        <translation>没有这份既往报告。</translation>
    </message>
    <message>
        <source>No segmentation or structure set lies on these images.</source>
        <translation>这些图像上没有分割或结构集。</translation>
    </message>
    <message>
        <source>The prior report cannot be opened: it is not listed any more, or another patient&apos;s study is open under its UID.</source>
        <translation>无法打开既往报告：它已不在列表中，或者同一 UID 下打开着另一位患者的检查。</translation>
    </message>
    <message>
        <source>Hanging protocols</source>
        <translation>悬挂协议</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingSession</name>
    <message>
        <source>Opening the study …</source>
        <translation>正在打开检查…</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>结构集</translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s)</source>
        <translation>
            <numerusform>%n 个轮廓</numerusform>
        </translation>
    </message>
    <message>
        <source>Outlines that cannot be shown: %1</source>
        <translation>轮廓无法显示：%1</translation>
    </message>
    <message>
        <source>The images that they are drawn over are not there: open the folder or the archive that holds them.</source>
        <translation>它们所依附的图像不在此处：请打开含有这些图像的文件夹或影像库。</translation>
    </message>
    <message>
        <source>Of this study there are only outlines</source>
        <translation>这项检查只有轮廓</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>已等待 %1 秒</translation>
    </message>
</context>
<context>
    <name>consilium::app::RequestDesk</name>
    <message numerus="yes">
        <source>%n requests came while this desk was locked and could not be kept, for want of room: follow them once more.</source>
        <translation>
            <numerusform>锁定期间有 %n 个打开请求因数量已达上限而未能保留：请重新打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for: %1…</source>
        <translation>正在查找：%1…</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait.</source>
        <translation>
            <numerusform>另有 %n 个等待处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered before, though asked for later: %1.</source>
        <translation>以下请求虽较晚提出，但已先处理：%1。</translation>
    </message>
    <message>
        <source>Opened late, in a tab behind the one in front: %1.</source>
        <translation>较晚才找到，已在后台标签页中打开，当前显示的标签页不变：%1。</translation>
    </message>
    <message>
        <source>The list shows the studies for %1: follow the other links once more.</source>
        <translation>列表显示的是以下请求的检查：%1。其他链接请再打开一次。</translation>
    </message>
    <message>
        <source>Not opened: %1. As many requests wait as there is room for: try again in a moment.</source>
        <translation>未打开：%1。等待处理的请求已达上限：请稍后重试。</translation>
    </message>
</context>
<context>
    <name>consilium::app::RequestFinder</name>
    <message>
        <source>The study cannot be looked for: there is no archive yet.</source>
        <translation>无法查找检查：尚未添加归档。</translation>
    </message>
    <message>
        <source>The study is there, but it belongs to another patient than the link names. It was not opened: ask whoever sent the link.</source>
        <translation>找到了该检查，但它属于另一位患者，与链接所写不符。未打开：请向发送链接的一方核实。</translation>
    </message>
    <message>
        <source>No study was found.</source>
        <translation>未找到检查。</translation>
    </message>
    <message>
        <source>Asked: %1.</source>
        <translation>已查询：%1。</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation>%1 无法查询：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the patient were found: choose in the list.</source>
        <translation>
            <numerusform>找到该患者的 %n 个检查：请在列表中选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>Studies of several patients have the number that was asked for: choose in the list.</source>
        <translation>所查 UID 对应多位患者的检查：请在列表中选择。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies have this accession number: choose in the list.</source>
        <translation>
            <numerusform>%n 个检查使用此检查号：请在列表中选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>One study has this accession number, but not every archive has answered: check that it is the right one.</source>
        <translation>找到一个使用此检查号的检查，但并非所有归档都已应答：请核对后打开。</translation>
    </message>
    <message>
        <source>There are more than are listed.</source>
        <translation>还有更多未列出。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the studies that were asked for were not found.</source>
        <translation>
            <numerusform>所要求的检查中有 %n 个未找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>its token is missing.</source>
        <translation>缺少令牌。</translation>
    </message>
    <message>
        <source>its password is missing.</source>
        <translation>缺少密码。</translation>
    </message>
    <message>
        <source>Not opened: %1.</source>
        <translation>未打开：%1。</translation>
    </message>
    <message>
        <source>The study is there, but it has another accession number than the link names. It was not opened: ask whoever sent the link.</source>
        <translation>检查存在，但其检查号与链接所写不同。未打开：请询问链接的发送者。</translation>
    </message>
    <message>
        <source>Not opened yet: %1.</source>
        <translation>尚未打开：%1。</translation>
    </message>
    <message numerus="yes">
        <source>the keychain of this computer has not given its token for %n seconds: unlock the keychain, or enter the token once more in the settings.</source>
        <translation>
            <numerusform>本机钥匙串 %n 秒内未给出其令牌：请解锁钥匙串，或在设置中重新输入令牌。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the keychain of this computer has not given its password for %n seconds: unlock the keychain, or enter the password once more in the settings.</source>
        <translation>
            <numerusform>本机钥匙串 %n 秒内未给出其密码：请解锁钥匙串，或在设置中重新输入密码。</numerusform>
        </translation>
    </message>
    <message>
        <source>No study under this ID meets these conditions; it may have others.</source>
        <translation>此编号下没有符合这些条件的检查；可能另有其他检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies under this ID meet these conditions, and it may have others: choose in the list.</source>
        <translation>
            <numerusform>此编号下有 %n 个检查符合这些条件，可能另有其他检查：请在列表中选择。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies under this ID were found: choose in the list.</source>
        <translation>
            <numerusform>此编号下找到 %n 个检查：请在列表中选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which are the most recent cannot be told: several have the same date and time.</source>
        <translation>无法确定哪些是最近的：有多个检查的日期和时间相同。</translation>
    </message>
    <message numerus="yes">
        <source>The ID stands under %n different names: check the identity before you open one.</source>
        <translation>
            <numerusform>此编号对应 %n 个不同的姓名：打开前请核对身份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every study names the same patient: check the identity before you open one.</source>
        <translation>这些检查所写的患者不一致：打开前请核对身份。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies have one of these accession numbers: choose in the list.</source>
        <translation>
            <numerusform>%n 个检查使用这些检查号之一：请在列表中选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>未找到：%1。</translation>
    </message>
    <message>
        <source>Only key images were asked for: what is chosen opens with all its images.</source>
        <translation>链接只要求关键图像：从列表中选择的检查将显示全部图像。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ScenarioRunner</name>
    <message>
        <source>The log %1 cannot be written: %2</source>
        <translation>无法写入日志 %1：%2</translation>
    </message>
</context>
<context>
    <name>consilium::app::SearchNameDialog</name>
    <message>
        <source>Save this search</source>
        <translation>保存当前检索</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>重命名检索</translation>
    </message>
    <message>
        <source>Name of the search (no patient&apos;s name)</source>
        <translation>检索名称（请勿使用患者姓名）</translation>
    </message>
    <message>
        <source>Dates, types, body part, institution and archive are kept; what was typed as a search is not.</source>
        <translation>保存日期、类型、检查部位、机构和归档；输入的检索文字不予保存。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message numerus="yes">
        <source>%n searches are saved already, and no more can be. Remove one first.</source>
        <translation>
            <numerusform>已保存 %n 个检索，不能再增加。请先删除一个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n letters.</source>
        <translation>
            <numerusform>名称最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>There is a search “%1” already. “Replace” gives its name to this one, and it is gone.</source>
        <translation>已有检索“%1”。“替换”会将其名称用于新的检索，原检索将被删除。</translation>
    </message>
</context>
<context>
    <name>consilium::app::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Archives and network</source>
        <translation>归档与网络</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>From study to study</source>
        <translation>逐个检查</translation>
    </message>
    <message>
        <source>Hanging protocols</source>
        <translation>悬挂协议</translation>
    </message>
</context>
<context>
    <name>consilium::app::SignInPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Who is reading?</source>
        <translation>请选择阅片人员</translation>
    </message>
    <message>
        <source>What %1 has opened stays open until somebody else signs in.</source>
        <translation>%1 打开的检查会保留，直到其他人员登录。</translation>
    </message>
    <message>
        <source>What %1 has opened stays open.</source>
        <translation>%1 打开的检查会保留。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密码或 PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Nothing of it was changed. Somebody else can make it anew in the settings, under “People”.</source>
        <translation>无法读取此人员的条目：%1。条目未被改动。其他人员可在设置的“人员”中重新建立。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>This is not the password.</source>
        <translation>密码不正确。</translation>
    </message>
    <message numerus="yes">
        <source>This is not the password. The next try is possible in %n seconds.</source>
        <translation>
            <numerusform>密码不正确。%n 秒后可再试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::StagesForm</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Copy the stage</source>
        <translation>复制阶段</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>移除阶段</translation>
    </message>
    <message>
        <source>Move the stage earlier</source>
        <translation>将阶段前移</translation>
    </message>
    <message>
        <source>Move the stage later</source>
        <translation>将阶段后移</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>联动滚动</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>by position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>chosen views, by offset</source>
        <translation>所选视图，按偏移</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>定位线</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>of the current image</source>
        <translation>当前图像</translation>
    </message>
    <message>
        <source>with both ends</source>
        <translation>含首末层</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Name of the stage</source>
        <translation>阶段名称</translation>
    </message>
    <message>
        <source>Columns of monitor %1</source>
        <translation>显示器 %1 的列数</translation>
    </message>
    <message>
        <source>Columns of each</source>
        <translation>各显示器列数</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>View %1 of stage %2</source>
        <translation>阶段 %2 的视图 %1</translation>
    </message>
    <message>
        <source>A protocol has one stage at least.</source>
        <translation>协议至少有一个阶段。</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyFlow</name>
    <message>
        <source>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</source>
        <translation>暂定：仅在本机有效。其他医生看不到您的认领和已阅标注，这里也看不到他们的操作。</translation>
    </message>
    <message>
        <source>It is forgotten when the program ends.</source>
        <translation>程序退出后即不再保留。</translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation>未选择检查。</translation>
    </message>
    <message>
        <source>You have neither claimed this study nor marked it as read.</source>
        <translation>您既未认领此检查，也未标为已阅。</translation>
    </message>
    <message>
        <source>No study is open in this tab.</source>
        <translation>此标签页中没有打开的检查。</translation>
    </message>
    <message>
        <source>This study is not in the worklist as it is filtered now.</source>
        <translation>此检查不在当前筛选的工作列表中。</translation>
    </message>
    <message>
        <source>Claimed: you are reading this study. Provisional: only on this machine.</source>
        <translation>已认领：您正在阅此检查。暂定：仅在本机有效。</translation>
    </message>
    <message>
        <source>Marked as read. Provisional: only on this machine.</source>
        <translation>已标为已阅。暂定：仅在本机有效。</translation>
    </message>
    <message>
        <source>Released: the study is unread again. Provisional: only on this machine.</source>
        <translation>已撤回：检查恢复为未阅。暂定：仅在本机有效。</translation>
    </message>
    <message>
        <source>This is the last study of the worklist.</source>
        <translation>这是工作列表中的最后一个检查。</translation>
    </message>
    <message>
        <source>This is the first study of the worklist.</source>
        <translation>这是工作列表中的第一个检查。</translation>
    </message>
    <message>
        <source>Study %1 of %2 in the worklist</source>
        <translation>工作列表中第 %1 个检查，共 %2 个</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyHanging</name>
    <message>
        <source>There is no study to hang.</source>
        <translation>没有可悬挂的检查。</translation>
    </message>
    <message>
        <source>No hanging protocol fits this study.</source>
        <translation>没有适合本检查的悬挂协议。</translation>
    </message>
    <message>
        <source>The hanging protocol is no longer there.</source>
        <translation>该悬挂协议已不存在。</translation>
    </message>
    <message>
        <source>This is the first stage of “%1”.</source>
        <translation>这是“%1”的第一阶段。</translation>
    </message>
    <message>
        <source>This is the last stage of “%1”.</source>
        <translation>这是“%1”的最后阶段。</translation>
    </message>
    <message>
        <source>Hung by “%1”, stage %2 of %3</source>
        <translation>已按“%1”悬挂，第 %2 阶段，共 %3 阶段</translation>
    </message>
    <message>
        <source>view %1: %2</source>
        <translation>视图 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) left empty</source>
        <translation>
            <numerusform>%n 个视图留空</numerusform>
        </translation>
    </message>
    <message>
        <source>file %1: %2</source>
        <translation>文件 %1：%2</translation>
    </message>
    <message>
        <source>%1; not here yet: %2</source>
        <translation>%1；尚未取得：%2</translation>
    </message>
    <message>
        <source>%1; not known whether they fit: %2</source>
        <translation>%1；无法确定是否符合要求：%2</translation>
    </message>
    <message>
        <source>%1; not known whether they have a newer one: %2</source>
        <translation>%1；无法确定以下归档是否有更近的检查：%2</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now, but the hanging protocol that asked for it is not used any more. Your views stay as they are; the timeline leads to it.</source>
        <translation>既往检查（%1）已取得，但要求该检查的悬挂协议已不再使用。您的视图保持不变；可从时间轴打开该检查。</translation>
    </message>
    <message>
        <source>The earlier study (%1) was fetched, but its images do not fit what the hanging protocol “%2” asks for. The timeline leads to it.</source>
        <translation>已取得既往检查（%1），但其图像不符合悬挂协议“%2”的要求，可从时间轴打开。</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now, but the hanging protocol “%2” that asked for it does not fit any more. Your views stay as they are; the timeline leads to it.</source>
        <translation>既往检查（%1）已取得，但要求该检查的悬挂协议“%2”已不再适用。您的视图保持不变；可从时间轴打开该检查。</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now. Your views stay as they are: the hanging protocol “%2” shows it beside.</source>
        <translation>既往检查（%1）已取得。您的视图保持不变；执行悬挂协议“%2”即可并排显示。</translation>
    </message>
    <message>
        <source>Hung with the earlier study (%1).</source>
        <translation>已与既往检查（%1）一起悬挂。</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyNotices</name>
    <message>
        <source>%1: %2</source>
        <comment>of which study, what is said of it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyPanel</name>
    <message>
        <source>Open images</source>
        <translation>打开阅片</translation>
    </message>
    <message>
        <source>Opens the study (Enter)</source>
        <translation>打开检查（Enter）</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>The series cannot be listed. %1</source>
        <translation>无法列出序列。%1</translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number in another archive. They are not mixed: compare name and ID before reading.</source>
        <translation>另一归档中有另一名患者的检查用了同一个编号。两者没有合并：阅片前请核对姓名和编号。</translation>
    </message>
    <message numerus="yes">
        <source>%1 image(s)</source>
        <translation>
            <numerusform>%1 幅图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyRequest</name>
    <message>
        <source>The link says the same thing twice, and differently.</source>
        <translation>链接中同一内容出现两次且不一致。</translation>
    </message>
    <message>
        <source>The link has a time that cannot be read.</source>
        <translation>链接中的时间无法识别。</translation>
    </message>
    <message>
        <source>The link asks for a time that ends before it begins.</source>
        <translation>链接中的时间范围结束早于开始。</translation>
    </message>
    <message>
        <source>The link has a patient ID that cannot be one.</source>
        <translation>链接中的患者编号无效。</translation>
    </message>
    <message>
        <source>The link has a study number that cannot be one.</source>
        <translation>链接中的检查 UID 无效。</translation>
    </message>
    <message>
        <source>The link asks for more than %1 studies.</source>
        <translation>链接要求打开的检查超过 %1 个。</translation>
    </message>
    <message>
        <source>The link has an accession number that cannot be one.</source>
        <translation>链接中的检查号无效。</translation>
    </message>
    <message>
        <source>The link asks for a number of studies that cannot be.</source>
        <translation>链接中的检查数量无效。</translation>
    </message>
    <message>
        <source>The link names a modality that cannot be one.</source>
        <translation>链接中的设备类型无效。</translation>
    </message>
    <message>
        <source>The link asks for something that this program does not know.</source>
        <translation>链接要求的操作本程序不支持。</translation>
    </message>
    <message>
        <source>The link names no patient.</source>
        <translation>链接中没有患者编号。</translation>
    </message>
    <message>
        <source>The link must name a study by its UID or by its accession number.</source>
        <translation>链接必须用检查 UID 或检查号指明一个检查。</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>链接过长。</translation>
    </message>
    <message>
        <source>The link cannot be read.</source>
        <translation>链接无法识别。</translation>
    </message>
    <message>
        <source>“%1” is not a Study Instance UID.</source>
        <translation>“%1”不是检查实例 UID。</translation>
    </message>
    <message>
        <source>“%1” is not an accession number.</source>
        <translation>“%1”不是检查号。</translation>
    </message>
    <message>
        <source>study %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>studies %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>accession number %1</source>
        <translation>检查号 %1</translation>
    </message>
    <message>
        <source>patient ID %1</source>
        <translation>患者编号 %1</translation>
    </message>
    <message>
        <source>modality %1</source>
        <translation>设备类型 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>截至 %1</translation>
    </message>
    <message numerus="yes">
        <source>only the %n most recent</source>
        <translation>
            <numerusform>仅最近 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>accession numbers %1</source>
        <translation>检查号 %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::TabLabel</name>
    <message>
        <source>Patient ID: %1</source>
        <translation>患者编号：%1</translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation>检查日期：%1</translation>
    </message>
    <message>
        <source>Modality: %1</source>
        <translation>设备类型：%1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>描述：%1</translation>
    </message>
    <message>
        <source>Accession number: %1</source>
        <translation>检查号：%1</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>编号 %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineCommands</name>
    <message>
        <source>This answer holds until the program ends: there is no encrypted store to keep it in.</source>
        <translation>此回答只保留到程序退出：没有可用的加密存储。</translation>
    </message>
    <message>
        <source>Choose a study in the timeline of which it is not sure whose it is.</source>
        <translation>请先在时间轴中选择一项患者身份未确认的检查。</translation>
    </message>
    <message>
        <source>The archives are still being asked for earlier studies.</source>
        <translation>仍在向各归档查询既往检查。</translation>
    </message>
    <message>
        <source>No earlier study is surely this patient&apos;s. The timeline shows those that perhaps are.</source>
        <translation>没有可确认属于该患者的既往检查。可能属于该患者的检查见时间轴。</translation>
    </message>
    <message>
        <source>No earlier study of this patient is known.</source>
        <translation>未查到该患者的既往检查。</translation>
    </message>
    <message>
        <source>There is no older study of this patient.</source>
        <translation>该患者没有更早的检查。</translation>
    </message>
    <message>
        <source>There is no newer study beside.</source>
        <translation>没有更近的检查可并排。</translation>
    </message>
    <message>
        <source>There is no such row in the timeline.</source>
        <translation>时间轴中没有这一行。</translation>
    </message>
    <message>
        <source>This is the study that is read.</source>
        <translation>这就是当前阅片的检查。</translation>
    </message>
    <message>
        <source>The study cannot be opened: its archive is not connected any more, or another patient&apos;s study is open under its UID.</source>
        <translation>无法打开该检查：其归档已断开，或同一 UID 下已打开其他患者的检查。</translation>
    </message>
    <message>
        <source>There is no room for another view beside those that are shown. Empty one, then open the study again.</source>
        <translation>现有视图旁已没有空位。请先清空一个视图，再打开该检查。</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineDesk</name>
    <message>
        <source>Prior %1</source>
        <translation>既往 %1</translation>
    </message>
    <message>
        <source>Later %1</source>
        <translation>之后 %1</translation>
    </message>
    <message>
        <source>What you say about patients lasts until the program ends: it cannot be kept. %1</source>
        <translation>对患者身份的确认只能保留到程序退出，无法保存。%1</translation>
    </message>
    <message>
        <source>You have said that this is another patient.</source>
        <translation>您已确认这是其他患者。</translation>
    </message>
    <message>
        <source>Same patient: confirmed by hand %1</source>
        <translation>同一患者：人工确认 %1</translation>
    </message>
    <message>
        <source>Perhaps another patient than %1</source>
        <translation>可能不是 %1</translation>
    </message>
    <message>
        <source>Another patient than %1</source>
        <translation>不是 %1，而是其他患者</translation>
    </message>
    <message>
        <source>These images do not say whose they are</source>
        <translation>这些图像未写明属于谁</translation>
    </message>
    <message>
        <source>Same patient: confirmed by hand</source>
        <translation>同一患者：人工确认</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineModel</name>
    <message>
        <source>this study</source>
        <translation>当前检查</translation>
    </message>
    <message>
        <source>confirmed by hand</source>
        <translation>人工确认为同一患者</translation>
    </message>
    <message>
        <source>perhaps the same patient</source>
        <translation>可能为同一患者</translation>
    </message>
    <message>
        <source>contradiction: do not compare</source>
        <translation>信息矛盾，勿作对照</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>其他患者</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>检查时间轴</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Same modality</source>
        <translation>同设备类型</translation>
    </message>
    <message>
        <source>Same region</source>
        <translation>同部位</translation>
    </message>
    <message>
        <source>Same patient</source>
        <translation>同一患者</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>其他患者</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新确认</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>已否认：%1</translation>
    </message>
    <message>
        <source>Asking all archives …</source>
        <translation>正在查询各归档…</translation>
    </message>
    <message>
        <source>%1: studies not known. %2</source>
        <translation>%1：检查情况未知。%2</translation>
    </message>
    <message>
        <source>%1 may have more studies.</source>
        <translation>%1 可能还有更多检查。</translation>
    </message>
    <message>
        <source>No other study of this patient is known.</source>
        <translation>未查到该患者的其他检查。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n study (studies) looked through so far …</source>
        <translation>
            <numerusform>%1：已检索 %n 项检查…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::WindowSpread</name>
    <message>
        <source>There is only one monitor.</source>
        <translation>只有一台显示器。</translation>
    </message>
    <message>
        <source>Everything is in one window already.</source>
        <translation>已全部在一个窗口中。</translation>
    </message>
    <message>
        <source>The worklist is in a window of its own.</source>
        <translation>工作列表在单独的窗口中。</translation>
    </message>
    <message>
        <source>Put it back here</source>
        <translation>放回此处</translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistModel</name>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性别年龄</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>检查号</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>modality</comment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Study time</source>
        <translation>检查时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number. They are not mixed.</source>
        <translation>另一名患者的检查用了同一个编号。两者没有合并。</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>送检医院</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>申请医师</translation>
    </message>
    <message>
        <source>%1 · not answering</source>
        <translation>%1 · 无应答</translation>
    </message>
    <message>
        <source>%1 does not answer: the study is shown as it was last listed.</source>
        <translation>%1 无应答：此检查按最近一次所列显示。</translation>
    </message>
    <message>
        <source>Urgent: to be read at once (STAT)</source>
        <translation>急诊：需立即阅片（STAT）</translation>
    </message>
    <message>
        <source>Urgent: to be read before others (HIGH)</source>
        <translation>优先：需先于其他检查阅片（HIGH）</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The name was repaired: it was written in another character set than declared. Check it.</source>
        <translation>姓名已修复：实际字符集与声明的不一致。请核对。</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>%1 · proxy fault</source>
        <translation>%1 · 代理故障</translation>
    </message>
    <message>
        <source>%1 · no list</source>
        <translation>%1 · 未给出列表</translation>
    </message>
    <message>
        <source>The proxy of this network keeps %1 from being asked: the study is shown as it was last listed.</source>
        <translation>本网络的代理服务器使 %1 无法被询问：此检查按最近一次所列显示。</translation>
    </message>
    <message>
        <source>%1 gives no list: the study is shown as it was last listed.</source>
        <translation>%1 未给出列表：此检查按最近一次所列显示。</translation>
    </message>
    <message>
        <source>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</source>
        <translation>暂定：仅在本机有效。其他医生看不到您的认领和已阅标注，这里也看不到他们的操作。</translation>
    </message>
    <message>
        <source>Being read by me (provisional)</source>
        <translation>本人阅片中（暂定）</translation>
    </message>
    <message>
        <source>Read by me (provisional)</source>
        <translation>本人已阅（暂定）</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未阅</translation>
    </message>
    <message>
        <source>Read state</source>
        <translation>阅片状态</translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistPage</name>
    <message>
        <source>Load more</source>
        <translation>加载更多</translation>
    </message>
    <message>
        <source>There is no archive yet.</source>
        <translation>还没有归档。</translation>
    </message>
    <message>
        <source>DICOM files and folders can also be dropped here.</source>
        <translation>也可以把 DICOM 文件或文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation>添加归档</translation>
    </message>
    <message>
        <source>The archive&apos;s password is missing.</source>
        <translation>缺少归档的密码。</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have it.</source>
        <translation>本机钥匙串中没有该密码。</translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation>输入密码</translation>
    </message>
    <message>
        <source>%1 gives no list of studies.</source>
        <translation>无法从“%1”取得检查列表。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No study matches the search.</source>
        <translation>没有符合条件的检查。</translation>
    </message>
    <message>
        <source>Show all studies</source>
        <translation>显示全部检查</translation>
    </message>
    <message>
        <source>The archive holds no studies.</source>
        <translation>归档中没有检查。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message numerus="yes">
        <source>%n studies shown</source>
        <translation>
            <numerusform>显示 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>there are more</source>
        <translation>还有更多</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不自动刷新</translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation>每 30 秒</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>每 5 分钟</translation>
    </message>
    <message>
        <source>Does not refresh itself</source>
        <translation>不自动刷新</translation>
    </message>
    <message>
        <source>Refreshes every %1 s</source>
        <translation>每 %1 秒自动刷新</translation>
    </message>
    <message>
        <source>Refreshes every minute</source>
        <translation>每分钟自动刷新</translation>
    </message>
    <message>
        <source>Refreshes every %1 min</source>
        <translation>每 %1 分钟自动刷新</translation>
    </message>
    <message numerus="yes">
        <source>%n not opened today</source>
        <translation>
            <numerusform>今日未打开 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 项新检查</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive&apos;s token is missing.</source>
        <translation>缺少归档的令牌。</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>输入令牌</translation>
    </message>
    <message>
        <source>The keychain of this computer has no token for it.</source>
        <translation>本机钥匙串中没有该令牌。</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n 个急诊</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not opened</source>
        <translation>
            <numerusform>其中 %n 个未打开</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>继续查找</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存检索</translation>
    </message>
    <message>
        <source>Remove the saved search “%1”?</source>
        <translation>删除已保存的检索“%1”？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) give no list of studies.</source>
        <translation>
            <numerusform>%n 个归档没有给出检查列表。</numerusform>
        </translation>
    </message>
    <message>
        <source>The archives that answer hold no studies.</source>
        <translation>有应答的归档中没有检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n being read by me</source>
        <translation>
            <numerusform>本人阅片中 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read by me</source>
        <translation>
            <numerusform>本人已阅 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistView</name>
    <message>
        <source>Click to sort, drag to move, right-click to choose columns</source>
        <translation>单击排序，拖动移列，右键选列</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Urgent studies first</source>
        <translation>急诊检查置顶</translation>
    </message>
</context>
<context>
    <name>consilium::app::Workplace</name>
    <message>
        <source>The entry of %1 was damaged; the one before it is used. What was changed last may be missing.</source>
        <translation>%1 的条目已损坏，现使用此前的副本，最近一次更改可能缺失。</translation>
    </message>
    <message>
        <source>These are settings of people of this computer: start the program without --profile and sign in.</source>
        <translation>这是本机用户的设置：请不带 --profile 启动程序并登录。</translation>
    </message>
    <message>
        <source>What was asked for opens when you have signed in.</source>
        <translation>登录后将打开所请求的内容。</translation>
    </message>
    <message>
        <source>a study at %1</source>
        <translation>%1 的一个检查</translation>
    </message>
    <message>
        <source>files at %1</source>
        <translation>%1 的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n requests to this desk had no answer yet and were dropped: %1. They were meant for the person before.</source>
        <translation>
            <numerusform>有 %n 个打开请求尚未处理，已放弃：%1。它们是给前一位使用者的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard them and end</source>
        <translation>丢弃并结束程序</translation>
    </message>
    <message>
        <source>Discard them and sign in</source>
        <translation>丢弃并登录</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of %1 are not saved.</source>
        <translation>
            <numerusform>%1 有 %n 个标记尚未保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) of %1 are not in the archive yet.</source>
        <translation>
            <numerusform>%1 有 %n 个已保存的对象尚未到达归档。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer does not keep them: they are lost unless %1 signs in and saves them.</source>
        <translation>本机不留存它们：除非 %1 登录并保存，否则将丢失。</translation>
    </message>
    <message>
        <source>Unsaved marks</source>
        <translation>未保存的标记</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::BandRow</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::Cine</name>
    <message>
        <source>as the file says</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>文件未注明</translation>
    </message>
    <message>
        <source>the file&apos;s times cannot be used</source>
        <translation>文件中的时间无法使用</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手动更改</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 帧/秒</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DetailsPopup</name>
    <message>
        <source>What is wrong with these images</source>
        <translation>这些图像存在的问题</translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation>技术信息：%1</translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation>修复记录</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DocumentPane</name>
    <message>
        <source>This document cannot be shown.</source>
        <translation>该文档无法显示。</translation>
    </message>
    <message>
        <source>Previous page or document</source>
        <translation>上一页或上一份文档</translation>
    </message>
    <message>
        <source>Next page or document</source>
        <translation>下一页或下一份文档</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fetching the document …</source>
        <translation>正在获取文档…</translation>
    </message>
    <message>
        <source>This document is not in the series</source>
        <translation>该文档不在此序列中</translation>
    </message>
    <message>
        <source>Identity not confirmed: this may be another patient&apos;s document. %1</source>
        <translation>身份未确认：这可能是其他患者的文档。%1</translation>
    </message>
    <message>
        <source>document %1 / %2</source>
        <translation>文档 %1 / %2</translation>
    </message>
    <message>
        <source>page %1 / %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
    <message>
        <source>series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>image %1 / %2</source>
        <translation>图像 %1 / %2</translation>
    </message>
    <message>
        <source>What the document refers to is not in this study, or cannot be shown.</source>
        <translation>文档所引用的对象不在本次检查中，或无法显示。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::GridPane</name>
    <message>
        <source>No view of the layout lies on this monitor: choose a layout with more columns.</source>
        <translation>当前布局在这台显示器上没有视口：请选择列数更多的布局。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::HistogramChart</name>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Value, %1</source>
        <translation>数值（%1）</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::HistogramWindow</name>
    <message>
        <source>mean %1 · SD %2 · %3 pixels</source>
        <translation>均值 %1 · 标准差 %2 · %3 像素</translation>
    </message>
    <message>
        <source>%1 pixels without a value left out</source>
        <translation>已排除 %1 个无值像素</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Copy as table (CSV)</source>
        <translation>复制为表格（CSV）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::LayoutPicker</name>
    <message>
        <source>Choose a layout</source>
        <translation>选择布局</translation>
    </message>
    <message>
        <source>%1 × %2 views</source>
        <translation>%1 × %2 个视图</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkModel</name>
    <message>
        <source>Series %1, image %2</source>
        <translation>序列 %1，图像 %2</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>图像 %1</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>yours, not saved</source>
        <translation>本人，未保存</translation>
    </message>
    <message>
        <source>yours, changed, not saved</source>
        <translation>本人，已修改，未保存</translation>
    </message>
    <message>
        <source>yours, saved</source>
        <translation>本人，已保存</translation>
    </message>
    <message>
        <source>yours, saved %1</source>
        <translation>本人，已保存于 %1</translation>
    </message>
    <message>
        <source>yours, saved, waiting to be sent</source>
        <translation>本人，已保存，待发送</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>图层：%1</translation>
    </message>
    <message>
        <source>measured with reservations: the data are incomplete or unevenly spaced, or it reaches beyond them</source>
        <translation>谨慎采用：数据不完整或层距不均，或测量超出数据范围</translation>
    </message>
    <message>
        <source>study without a date</source>
        <translation>无日期的检查</translation>
    </message>
    <message>
        <source>layer %1, hidden</source>
        <extracomment>%1: what a presentation state calls one of its layers</extracomment>
        <translation>图层：%1，已隐藏</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkPanel</name>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing has been marked in this study.</source>
        <translation>此检查中还没有标记。</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkTextEntry</name>
    <message>
        <source>Text of the mark</source>
        <translation>标记文字</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it</source>
        <translation>Enter 保存，Esc 放弃</translation>
    </message>
    <message>
        <source>That is no length: a number between 0.01 mm and 10 m.</source>
        <translation>这不是长度：请输入 0.01 mm 至 10 m 之间的数值。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PdfView</name>
    <message>
        <source>Drawing the page …</source>
        <translation>正在绘制页面…</translation>
    </message>
    <message>
        <source>This document holds a form that asks the program to draw what was filled in. Some of it may be missing here.</source>
        <translation>该文档含有表单，填写的内容需要由程序绘制。此处可能有遗漏。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PriorReports</name>
    <message>
        <source>Prior reports</source>
        <translation>既往报告</translation>
    </message>
    <message>
        <source>Looking for prior reports …</source>
        <translation>正在查找既往报告…</translation>
    </message>
    <message>
        <source>Prior reports are not known. %1</source>
        <translation>既往报告未知。%1</translation>
    </message>
    <message>
        <source>There may be more.</source>
        <translation>可能还有更多。</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>身份未确认</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RadialMenu</name>
    <message>
        <source>Tools in a circle</source>
        <translation>环形工具菜单</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RepairLogPanel</name>
    <message>
        <source>Repair log</source>
        <translation>修复记录</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>本图像</translation>
    </message>
    <message>
        <source>This series</source>
        <translation>本序列</translation>
    </message>
    <message>
        <source>The whole study</source>
        <translation>整个检查</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Without the patient&apos;s data and without names of files</source>
        <translation>不含患者信息和文件名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>What was done or follows</source>
        <translation>处理或后果</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Nothing had to be repaired here.</source>
        <translation>此处没有需要修复的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>as a whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>Slice %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation>技术信息：%1</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ReportView</name>
    <message>
        <source>Find in this document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SegmentPanel</name>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>结构集</translation>
    </message>
    <message>
        <source>Nothing of it lies on the images of this view.</source>
        <translation>其内容均不在此视图的图像上。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it could not be read and are missing.</source>
        <translation>
            <numerusform>其中 %n 个部分无法读取，未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>Drawn by a program</source>
        <translation>由程序自动勾画</translation>
    </message>
    <message>
        <source>Drawn with the help of a program</source>
        <translation>由程序辅助勾画</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手工勾画</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>正在加载：%1</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>本检查中没有图像位于这些轮廓所在的平面。</translation>
    </message>
    <message>
        <source>Outlines over the images</source>
        <translation>图像上的轮廓</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>%1 (slices: %2)</source>
        <translation>%1（层：%2）</translation>
    </message>
    <message>
        <source>share of the pixel</source>
        <translation>像素占比</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>fraction of unknown meaning</source>
        <translation>含义不明的分数值</translation>
    </message>
    <message>
        <source>%1: a denser area means more; the outline and what counts as inside begin at one half</source>
        <translation>%1：颜色越浓，数值越大；轮廓及判为区域内均以一半为界</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesCardDelegate</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesModel</name>
    <message>
        <source>Series without name</source>
        <translation>未命名序列</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>No image of this series could be read</source>
        <translation>该序列的图像均无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be read</source>
        <translation>
            <numerusform>%n 幅图像无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 份文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key image(s)</source>
        <translation>
            <numerusform>%n 幅关键图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>结构集</translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s)</source>
        <translation>
            <numerusform>%n 个轮廓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it could not be read and are missing</source>
        <translation>
            <numerusform>其中 %n 个部分无法读取，未显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Parts of %n image(s) are missing</source>
        <translation>
            <numerusform>%n 幅图像有部分缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesStrip</name>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>本检查中没有图像位于这些轮廓所在的平面。</translation>
    </message>
    <message>
        <source>Outlines that cannot be shown: %1</source>
        <translation>轮廓无法显示：%1</translation>
    </message>
    <message>
        <source>These outlines are on their way.</source>
        <translation>这些轮廓正在载入。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::StudyInfoPanel</name>
    <message>
        <source>not calibrated</source>
        <translation>未校准</translation>
    </message>
    <message>
        <source>in the patient</source>
        <translation>患者体内尺寸</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>探测器平面</translation>
    </message>
    <message>
        <source>corrected for magnification</source>
        <translation>已校正放大率</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>超声区域</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性别年龄</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>检查时间</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>检查号</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>申请医师</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>像素间距</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>层厚</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>图像号</translation>
    </message>
    <message>
        <source>Study info</source>
        <translation>检查信息</translation>
    </message>
    <message>
        <source>%1 columns × %2 rows</source>
        <translation>%1 列 × %2 行</translation>
    </message>
    <message>
        <source>%1 mm between columns × %2 mm between rows</source>
        <translation>列间 %1 mm × 行间 %2 mm</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请单</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>检查原因</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>入院诊断</translation>
    </message>
    <message>
        <source>History</source>
        <translation>病史</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警示</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>申请医师</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>申请科室</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>申请号</translation>
    </message>
    <message>
        <source>Admission ID</source>
        <translation>住院号</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>as written in the file, plane not known</source>
        <translation>按文件所写，平面不明</translation>
    </message>
    <message>
        <source>on the scanned film</source>
        <translation>扫描胶片上</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>手动定标</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ToolBar</name>
    <message>
        <source>Scroll</source>
        <translation>翻层</translation>
    </message>
    <message>
        <source>Window level</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation>自由旋转</translation>
    </message>
    <message>
        <source>Probe value</source>
        <translation>像素值探针</translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation>左转 90°</translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation>右转 90°</translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation>上下镜像</translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation>灰度反转</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>单视口</translation>
    </message>
    <message>
        <source>Four views</source>
        <translation>四视口</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation>图像叠加文字</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>left drag</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>right drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Play the stack</source>
        <translation>播放序列</translation>
    </message>
    <message>
        <source>Scroll views together</source>
        <translation>联动翻页</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>定位线</translation>
    </message>
    <message>
        <source>Hold, or click its corner, for others</source>
        <translation>按住或点击左下角选择其他</translation>
    </message>
    <message>
        <source>3D cursor</source>
        <translation>三维光标</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ViewportWidget</name>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>Choose a series on the left, or drag one here</source>
        <translation>在左侧选择序列，或将序列拖到此处</translation>
    </message>
    <message>
        <source>No image of this series lies in the plane asked for</source>
        <translation>该序列中没有位于所请求平面的图像</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>正在加载：%1</translation>
    </message>
    <message>
        <source>Magnifier %1×</source>
        <translation>放大镜 %1×</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>本检查中没有图像位于这些轮廓所在的平面。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>已等待 %1 秒</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>将序列拖到此处</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>此处没有图像。</translation>
    </message>
    <message>
        <source>The copied mark is another patient&apos;s.</source>
        <translation>复制的标记属于另一位患者。</translation>
    </message>
    <message>
        <source>The copied mark is of another study.</source>
        <translation>复制的标记属于另一项检查。</translation>
    </message>
    <message>
        <source>One of the two images does not say where it lies in the patient.</source>
        <translation>两幅图像之一没有患者空间位置信息。</translation>
    </message>
    <message>
        <source>The copied mark lies in another frame of reference.</source>
        <translation>复制的标记位于不同的参考坐标系。</translation>
    </message>
    <message>
        <source>The image is not parallel to the one that the mark was copied from.</source>
        <translation>此图像与标记的原图像不平行。</translation>
    </message>
    <message>
        <source>The copied mark would lie beside this image.</source>
        <translation>复制的标记会落在此图像之外。</translation>
    </message>
    <message>
        <source>The mark was not finished and is gone: it belonged to the other image.</source>
        <translation>未完成的标记已取消：它属于之前的图像。</translation>
    </message>
    <message>
        <source>Marks are hidden with the text over images, and come back with it.</source>
        <translation>标记已随图像文字一起隐藏，重新显示文字时会恢复。</translation>
    </message>
    <message>
        <source>How long is it? In mm, or with &quot;cm&quot;</source>
        <translation>实际长度？单位 mm，或注明 cm</translation>
    </message>
    <message>
        <source>The copied line calibrates its own image only: draw it anew on this one.</source>
        <translation>复制的线只对其原图像定标：请在此图像上重新画线。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WaveformView</name>
    <message>
        <source>Recording</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation>走纸速度</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>记录 %1</translation>
    </message>
    <message>
        <source>%1 mm/s</source>
        <translation>%1 mm/s</translation>
    </message>
    <message>
        <source>%1 mm/mV</source>
        <translation>%1 mm/mV</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>true millimetres</source>
        <translation>真实毫米</translation>
    </message>
    <message>
        <source>squares of 1 mm, not true to size on this monitor</source>
        <translation>小格为 1 mm，在此显示器上非实际尺寸</translation>
    </message>
    <message>
        <source>filters not recorded</source>
        <translation>未记录滤波</translation>
    </message>
    <message>
        <source>filter %1–%2 Hz</source>
        <translation>滤波 %1–%2 Hz</translation>
    </message>
    <message>
        <source>notch %1 Hz</source>
        <translation>陷波 %1 Hz</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未校准</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowEntry</name>
    <message>
        <source>Two numbers are needed: centre and width, as in 40 400.</source>
        <translation>需要两个数：窗位和窗宽，例如 40 400。</translation>
    </message>
    <message>
        <source>The width must be more than 0.</source>
        <translation>窗宽必须大于 0。</translation>
    </message>
    <message>
        <source>These numbers are too large.</source>
        <translation>数值过大。</translation>
    </message>
    <message>
        <source>Window: centre and width</source>
        <translation>窗位与窗宽</translation>
    </message>
    <message>
        <source>For example 40 400, or W 400 L 40</source>
        <translation>例如 40 400，或 W 400 L 40</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowPresetPanel</name>
    <message>
        <source>Window presets</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Only for images in Hounsfield units</source>
        <translation>仅适用于 HU 值图像</translation>
    </message>
</context>
</TS>
